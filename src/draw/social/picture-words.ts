/** What the pictures of notes say, kept as long as their pages stay the same. */
import { join } from 'node:path';
import { ownValue } from '../../garden/own-value.ts';
import type { NotePage } from '../../garden/page.ts';
import { type PageEntry, pageRecordFile } from '../../garden/record-files.ts';
import { digestOf, mapFiles, readTextIfAny, writeIfChanged } from '../../system/disk.ts';
import { type CardWords, noteCard, type SiteWords } from './card/card.ts';

export interface PictureWordsInput {
  readonly site: SiteWords;
  readonly entries: readonly PageEntry[];
  /** Folder of the records. */
  readonly out: string;
  /** File that keeps the words between runs. */
  readonly file: string;
  /** Digest of the code that chooses the words. */
  readonly version: string;
}

interface KeptWords {
  /** Digest of the page that the words come from. */
  readonly digest: string;
  /** null where the note has a picture of its own. */
  readonly words: CardWords | null;
}

type Kept = Record<string, KeptWords>;

/** The words of each note that needs a picture, by id. Only records that changed are read. */
export async function pictureWords(
  input: PictureWordsInput,
): Promise<ReadonlyMap<string, CardWords>> {
  const { site, entries, out, file } = input;
  const version = digestOf(input.version, JSON.stringify(site));
  const before = readKept(await readTextIfAny(file), version);
  const notes = entries.filter(({ kind }) => kind === 'note' || kind === 'journal');
  const now = await mapFiles(notes, async ({ id, digest }): Promise<[string, KeptWords]> => {
    const same = ownValue(before, id);
    if (same?.digest === digest) return [id, same];
    const record = await readTextIfAny(join(out, pageRecordFile(id)));
    return [id, { digest, words: wordsOf(JSON.parse(record ?? '') as NotePage, site) }];
  });
  await writeIfChanged(file, JSON.stringify({ version, kept: Object.fromEntries(now) }));
  return new Map(now.flatMap(([id, { words }]) => (words ? [[id, words]] : [])));
}

function wordsOf(page: NotePage, site: SiteWords): CardWords | null {
  return page.image === '' ? noteCard(page, site) : null;
}

function readKept(text: string | null, version: string): Kept {
  try {
    const file = JSON.parse(text ?? '{}') as { version?: string; kept?: Kept };
    return file.version === version ? (file.kept ?? {}) : {};
  } catch {
    return {};
  }
}
