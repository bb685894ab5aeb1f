/** Looks for words in everything that a build wrote: packed, escaped and encoded text, and file names. */
import { gunzipSync } from 'node:zlib';
import { listFiles, readBytes } from '../system/disk.ts';
import type { FoundFile } from '../system/walk-files.ts';

export interface WordFound {
  /** File below the searched folder. */
  readonly path: string;
  readonly word: string;
  /** The text around it. */
  readonly around: string;
}

/** Every word of the list that occurs in a file below a folder or in its name, in any case. */
export async function findWords(
  folder: string,
  words: readonly string[],
): Promise<readonly WordFound[]> {
  const found: WordFound[] = [];
  for (const file of await listFiles(folder)) {
    const text = `${file.path}\n${await textOf(file)}`.normalize('NFC').toLowerCase();
    for (const word of words) {
      const at = text.indexOf(word.toLowerCase());
      if (at < 0) continue;
      found.push({ path: file.path, word, around: text.slice(Math.max(0, at - 60), at + 60) });
    }
  }
  return found;
}

/** Text of a file as it is, and once more with all escapes read that HTML, JSON and addresses know. */
async function textOf({ location }: FoundFile): Promise<string> {
  const bytes = Buffer.from(await readBytes(location));
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  return `${text}\n${decoded(text)}`;
}

function decoded(text: string): string {
  const plain = text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => letter(code, 16))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => letter(code, 16))
    .replace(/&#(\d+);/g, (_, code: string) => letter(code, 10));
  return plain.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    return Buffer.from(part.replaceAll('%', ''), 'hex').toString('utf8');
  });
}

function letter(code: string, radix: number): string {
  const point = Number.parseInt(code, radix);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
