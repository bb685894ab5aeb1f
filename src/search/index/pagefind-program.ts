/** Pagefind's program for browsers, which is the same for every garden: kept, as it takes a process to get. */
import { transform } from 'esbuild';
import { readKept, writeKept } from '../../system/kept-value.ts';
import { indexPages } from './pagefind-index.ts';

export interface PagefindProgram {
  /** By file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What `pagefind-entry.json` holds besides the languages. */
  readonly entry: object;
}

/** Takes the program from a file, or from Pagefind. */
export async function openProgram(location: string): Promise<PagefindProgram> {
  const known = await readKept<PagefindProgram>(location);
  if (known !== null) return known;
  const program = await makeProgram();
  await writeKept(location, program);
  return program;
}

async function makeProgram(): Promise<PagefindProgram> {
  const sample = { permalink: '/', title: 'a', kind: 'note', lang: 'en' } as const;
  const { program, entry } = await indexPages([{ ...sample, aliases: [], tags: [], sections: [] }]);
  const files = [...program].map(async ([name, content]) => {
    return [name, name.endsWith('.js') ? await minified(content) : content] as const;
  });
  return { files: new Map(await Promise.all(files)), entry };
}

async function minified(content: Uint8Array): Promise<Uint8Array> {
  const { code } = await transform(Buffer.from(content).toString('utf8'), { minify: true });
  return Buffer.from(code);
}
