/** A note with pictures of every kind: large, high, drawn, in a row, with a caption. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const note = [
  'Words.\n\n![A field](field.jpg "A field of noise")\n',
  '![[field.jpg|Wide]] ![[tall.png|Tall]]\n',
  '![[drawing.svg]]\n\nThe end.\n',
].join('\n');

const script = '<script>document.documentElement.id = "ran"</script>';

/** Writes the note “Pictures” and its pictures into a folder of an Obsidian vault. */
export async function writePictures(folder: string): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'white', noise } });
  await writeFile(join(folder, 'Pictures.md'), note);
  await writeFile(join(folder, 'field.jpg'), await picture(2400, 1200).jpeg().toBuffer());
  await writeFile(join(folder, 'tall.png'), await picture(600, 1200).png().toBuffer());
  await writeFile(
    join(folder, 'drawing.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">${script}<rect width="400" height="200" fill="#eee"/></svg>`,
  );
}
