/** Pagefind's program for browsers, which is the same for every garden: kept, as it takes a process to get. */
import { readKept, writeKept } from '../../system/kept-value.ts';
import { indexPages } from './pagefind-index.ts';

export interface PagefindProgram {
  /** By file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Punctuation that it leaves in words. */
  readonly kept: string;
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
  return { files: program, kept: entry.include_characters.join('') };
}
