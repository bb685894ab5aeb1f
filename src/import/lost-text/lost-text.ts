/** Finds words of a note that are not on its page and that no rule hides: the owner learns of a loss first. */
import type { Diagnostic } from '../../garden/diagnostic.ts';
import type { Note } from '../../garden/note.ts';
import type { NotePage } from '../../garden/page.ts';
import { shownSource } from './hidden-source.ts';
import { comparable, shownText } from './shown-text.ts';

/** Words that are named in a message, and messages for one note. */
const maxWords = 8;
const maxCount = 20;
/** Words of a line from which on their order is looked at. */
const minWords = 4;
/** The share of its neighbouring words that are neighbours on the page, too, unless the line is lost. */
const minShare = 0.2;

/**
 * A diagnostic `lost-text` for each run of lines with words that the page has nowhere, neither as words nor
 * in longer ones, or of which few neighbours are neighbours on the page. None for drawings, and for pages of which a part was
 * too large, failed, or is a plugin’s.
 */
export function lostText(source: string, page: NotePage, note: Note): Diagnostic[] {
  if (!/\.(?:md|mdx|markdown)$/i.test(note.path) || isDrawing(note)) return [];
  if (notWhole.test(page.html)) return [];
  const { text, apart } = shownText(page, note);
  const known = new Set(text.match(word));
  const pairs = new Set([...pairsOf(text), ...pairsOf(apart)]);
  const lost = linesOf(shownSource(source, note)).flatMap((line) => {
    const missing = line.filter(({ form }) => !known.has(form) && !text.includes(form));
    if (missing.length > 0 || line.length < minWords) return missing;
    const own = pairsOf(line.map(({ form }) => form).join(' '));
    const isShown = own.filter((pair) => pairs.has(pair)).length >= own.length * minShare;
    return isShown ? [] : line;
  });
  return runsOf(lost)
    .slice(0, maxCount)
    .map((run) => diagnosticOf(note.path, run));
}

/** Notices of what could not be read or rendered, and what plugins show in place of the source. */
const notWhole =
  /<[a-z]+ class="(?:plugin|notice)"(?= data-plugin| data-kind="(?:too-large|failed-note|failed-block|plugin)")/;

/** Whether the file is mostly the data of a drawing. */
function isDrawing({ properties }: Note): boolean {
  return properties.some(({ key }) => key === 'excalidraw-plugin');
}

/** Neighbouring words of a text, where each Chinese, Japanese or Korean character is a word. */
function pairsOf(text: string): string[] {
  const words = text.match(part) ?? [];
  return words.slice(1).map((each, index) => `${words[index]} ${each}`);
}

const part =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}])+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

interface SourceWord {
  readonly text: string;
  /** As it is compared. */
  readonly form: string;
  readonly line: number;
  readonly column: number;
}

function linesOf(source: string): SourceWord[][] {
  return source.split('\n').map((line, index) =>
    [...line.matchAll(word)].map(({ 0: text, index: at }) => ({
      ...{ text, form: comparable(text), line: index + 1, column: at + 1 },
    })),
  );
}

/** The words by lines that follow each other. */
function runsOf(lost: readonly SourceWord[]): SourceWord[][] {
  const runs: SourceWord[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const each of lost) {
    if (each.line > last + 1) runs.push([]);
    runs.at(-1)?.push(each);
    last = each.line;
  }
  return runs;
}

function diagnosticOf(path: string, words: readonly SourceWord[]): Diagnostic {
  const { line = 1, column = 1 } = words[0] ?? {};
  const named = words.slice(0, maxWords).map(({ text }) => text);
  const more = words.length > maxWords ? ` and ${words.length - maxWords} more` : '';
  const message = `The page does not show “${named.join(' ')}”${more}.`;
  const hint = 'Write it in another way, and report it: what is written should be shown.';
  return { code: 'lost-text', path, line, column, message, hint };
}
