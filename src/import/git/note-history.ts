/** How notes grew: days and numbers of words from the output of `git log -p`, newest commit first. */
import { resolve } from 'node:path';
import { compareText } from '../../garden/diagnostic.ts';
import type { NoteChange } from '../../garden/note.ts';
import { codeVersion } from '../../system/code-version.ts';
import { keptHistory } from './kept-history.ts';
import { repositoryAt, runGit } from './repository.ts';

/** Days that are kept of each note, the newest ones. */
const maxDays = 30;

const command = [
  ...['-c', 'core.quotePath=false', 'log', '--format=%x01%as', '-p', '-U0', '-M'],
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--relative'],
];

/**
 * The changes of each note by its path, from the history of the repository around the notes folder; kept for
 * a commit in `cache`. Without history, or with a truncated one, there are none.
 */
export async function readNoteHistory(
  notes: string,
  cache: string,
): Promise<ReadonlyMap<string, readonly NoteChange[]>> {
  const repository = await repositoryAt(resolve(notes));
  if (repository === null || repository.shallow) return new Map();
  const { head } = repository;
  const place = { cache, folder: resolve(notes), head, version: codeVersion(import.meta.url) };
  const found = await keptHistory({ kind: 'history', ...place }, async () => {
    const history = new GrowthReader();
    const pathspec = ['--', '*.md', '*.mdx', '*.markdown'];
    const onOutput = (piece: string) => history.read(piece);
    const isRead = await runGit(notes, [...command, head, ...pathspec], onOutput);
    return isRead ? [...history.end()] : null;
  });
  return new Map(found);
}

/** Reads the output as it comes. A rename continues the note's history under its older name. */
class GrowthReader {
  readonly #changes = new Map<string, Map<string, { added: number; removed: number }>>();
  /** The path at the newest commit of each name at the commit reached. */
  readonly #names = new Map<string, string>();
  #rest = '';
  #day = '';
  #path = '';
  #inHunk = false;
  #added: string[] = [];
  #removed: string[] = [];

  read(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
  }

  /** The days of each note, the newest first. */
  end(): ReadonlyMap<string, readonly NoteChange[]> {
    this.#close();
    return new Map(
      [...this.#changes].map(([path, days]) => {
        const changes = [...days].map(([day, words]) => ({ day, ...words }));
        const sorted = changes.sort((a, b) => compareText(b.day, a.day));
        return [path.normalize('NFC'), sorted.slice(0, maxDays)];
      }),
    );
  }

  #take(line: string): void {
    if (line.startsWith('\u0001')) {
      this.#close();
      this.#day = line.slice(1);
    } else if (line.startsWith('diff --git ')) {
      this.#close();
    } else if (this.#inHunk && /^[+-]/.test(line)) {
      (line[0] === '+' ? this.#added : this.#removed).push(line.slice(1));
    } else if (line.startsWith('@@ ')) {
      this.#inHunk = true;
    } else if (!this.#inHunk) {
      this.#takeName(line);
    }
  }

  #takeName(line: string): void {
    const [, kind = '', written = ''] =
      /^(--- a\/|\+\+\+ b\/|rename from |rename to )(.*)$/.exec(line) ?? [];
    const path = written.replace(/\t$/, '');
    if (kind === 'rename from ') {
      this.#path = path;
    } else if (kind === 'rename to ') {
      const current = this.#names.get(path) ?? path;
      this.#names.set(this.#path, current);
      this.#path = current;
    } else if (kind === '+++ b/') this.#path = this.#names.get(path) ?? path;
    else if (kind === '--- a/' && this.#path === '') this.#path = this.#names.get(path) ?? path;
  }

  /** Adds the words of the file that was read. */
  #close(): void {
    const { added, removed } = changedWords(this.#added, this.#removed);
    if (this.#path !== '' && added + removed > 0) {
      const days = this.#changes.get(this.#path) ?? new Map();
      const day = days.get(this.#day) ?? { added: 0, removed: 0 };
      days.set(this.#day, { added: day.added + added, removed: day.removed + removed });
      this.#changes.set(this.#path, days);
    }
    this.#path = '';
    this.#inHunk = false;
    this.#added = [];
    this.#removed = [];
  }
}

/** Words that are in one text and not in the other, wherever they stand; a sign of Chinese is a word. */
function changedWords(after: readonly string[], before: readonly string[]) {
  const counts = new Map<string, number>();
  const count = (lines: readonly string[], step: number) => {
    for (const line of lines) {
      for (const [word] of line.matchAll(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu,
      )) {
        counts.set(word, (counts.get(word) ?? 0) + step);
      }
    }
  };
  count(after, 1);
  count(before, -1);
  const words = { added: 0, removed: 0 };
  for (const balance of counts.values()) {
    if (balance > 0) words.added += balance;
    else words.removed -= balance;
  }
  return words;
}
