/** The command `convert`: makes notes of what another program exports. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeBytes } from '../../system/disk.ts';
import { counted } from '../../system/progress.ts';
import { UsageError } from '../../system/usage-error.ts';
import { calledAs, readArguments } from '../options.ts';
import { becomesNote, convertedNotes } from './post-note.ts';
import { readExport, type WordPressExport } from './read-export.ts';

/**
 * Writes the posts and pages of an export of WordPress as notes into a new folder, with a `garden.yaml`, and
 * prints what it left out. @returns 0. @throws UsageError for wrong arguments, a file that is no export, and
 * a folder that holds something.
 */
export async function convert(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const options = { out: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options, { allowPositionals: true });
  const [program, file = '', ...rest] = positionals;
  const out = String(values['out'] ?? '');
  if (program !== 'wordpress' || file === '' || rest.length > 0 || out === '') {
    throw new UsageError(`Write ${calledAs('convert', environment)} wordpress FILE --out DIR.`);
  }
  const exported = readExport(await textOf(file));
  if (exported === null) {
    throw new UsageError(`“${file}” is no export of WordPress (Tools → Export).`);
  }
  if ((await readdir(out).catch(() => [])).length > 0) {
    throw new UsageError(`“${out}” holds files already: name a folder that is new or empty.`);
  }
  console.log(await writeNotes(exported, out));
  return 0;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`“${file}” cannot be read.`);
  }
}

/** Writes the folder. @returns what was written and what was not. */
async function writeNotes(exported: WordPressExport, out: string): Promise<string> {
  const notes = convertedNotes(exported);
  for (const { path, text } of notes) await writeBytes(join(out, path), text);
  const { title, description } = exported;
  const settings = {
    title: title || 'Knowledge garden',
    description,
    moved: { from: 'wordpress' },
  };
  await writeBytes(join(out, 'garden.yaml'), stringify(settings));
  return [
    `${counted(notes.length, 'note')} in ${out}`,
    ...notes.flatMap(({ path, shortcodes }) =>
      shortcodes.map((name) => `${path}: the shortcode [${name}] is left as it is.`),
    ),
    ...leftOut(exported),
  ].join('\n');
}

function leftOut({ items }: WordPressExport): string[] {
  const files = items.filter(({ type }) => type === 'attachment').length;
  const others = items.filter((item) => item.type !== 'attachment' && !becomesNote(item)).length;
  const comments = items.reduce((sum, item) => sum + item.comments, 0);
  const locked = items.filter((item) => item.hasPassword && becomesNote(item)).length;
  return [
    ...(files > 0
      ? [`${counted(files, 'file')} to copy: wp-content/uploads of the site, into the same folder.`]
      : []),
    ...(locked > 0 ? [`${counted(locked, 'note')} with a password: private here.`] : []),
    ...(others > 0 ? [`Left out: ${counted(others, 'item')} that are no posts or pages.`] : []),
    ...(comments > 0 ? [`Left out: ${counted(comments, 'comment')}.`] : []),
  ];
}
