/** Smaller copies of a picture, encoded as WebP. The only module that decodes pictures of notes. */
import sharp from 'sharp';

// Two pictures at the same time keep two cores busy; threads within one only cost.
sharp.concurrency(1);
sharp.cache(false);

/** One copy; `bytes` is null where the file itself is not larger than a copy of its width would be. */
export interface ResizedPicture {
  readonly width: number;
  readonly bytes: Uint8Array | null;
}

/** Half a column, a column, and a column on a screen with two pixels for each of CSS. */
const widths = [320, 640, 1280];

/** A copy must be at least this much smaller than the file that it stands for. */
const worthwhile = 0.9;

/**
 * The copies that are worth having, in order of width; none of a picture that is small or moves. They have
 * the orientation of the picture, the colours of sRGB, and nothing of what cameras write into it.
 * @throws Error where the file is damaged or is no picture.
 */
export async function resizedPictures(file: Uint8Array): Promise<readonly ResizedPicture[]> {
  const { autoOrient, pages = 1, format } = await sharp(file).metadata();
  const own = autoOrient.width;
  const wanted = widthsFor(own);
  if (wanted.length === 0 || pages > 1 || isAnimatedPng(file)) return [];
  const largest = wanted.at(-1) ?? own;
  const { data, info } = await sharp(file)
    .autoOrient()
    .resize({ width: largest })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const quality = format === 'jpeg' ? 78 : 84;
  const copies: ResizedPicture[] = [];
  for (const width of wanted) {
    const copy = sharp(data, { raw }).resize({ width }).webp({ quality, effort: 2 });
    const bytes = new Uint8Array(await copy.toBuffer());
    if (bytes.length < file.length * worthwhile) copies.push({ width, bytes });
  }
  if (copies.length === 0 || copies.at(-1)?.width === largest) return copies;
  return [...copies, { width: own, bytes: null }];
}

/** The widths below that of the picture which differ enough, then its own up to the largest. */
function widthsFor(own: number): readonly number[] {
  const [smallest = 0, largest = 0] = [widths[0], widths.at(-1)];
  if (own <= smallest) return [];
  const full = Math.min(own, largest);
  return [...widths.filter((width) => width * 1.25 <= full), full];
}

/** Whether a PNG has the chunk that says how its frames follow: the decoder reads the first only. */
function isAnimatedPng(file: Uint8Array): boolean {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 100_000));
  return start.toString('latin1', 1, 4) === 'PNG' && start.includes('acTL');
}
