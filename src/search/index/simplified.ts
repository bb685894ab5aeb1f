/**
 * Lists traditional characters under their simplified ones. Pagefind finds a letter with an accent by the
 * letter alone, so a traditional character is given to it as the simplified one with a combining mark,
 * and put back into the text that Pagefind returns.
 */
import { Converter } from 'opencc-js/t2cn';
import { commonCharacters, isTraditional } from '../cut/traditional.ts';

/** One for each traditional character of the same simplified one, of which there are five at most. */
const marks = '\u0330\u0331\u0332\u0333\u0347\u0348\u0349';

let table: ReadonlyMap<string, string> | undefined;

/** The simplified character of each traditional one that simplified Chinese does not use itself. */
export function simplifiedCharacters(): ReadonlyMap<string, string> {
  table ??= makeTable();
  return table;
}

/** Takes what `simplifiedCharacters` gave to an earlier run, which takes a while to make. */
export function knowSimplified(pairs: ReadonlyMap<string, string>): void {
  table ??= pairs;
}

function makeTable(): ReadonlyMap<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const usual = commonCharacters();
  const pairs = new Map<string, string>();
  for (let code = 0x3400; code < 0xa000; code += 1) {
    const character = String.fromCharCode(code);
    if (!isTraditional(character)) continue;
    const simplified = convert(character);
    if (simplified !== character && usual.has(simplified)) pairs.set(character, simplified);
  }
  return pairs;
}

let markings: ReadonlyMap<string, string> | undefined;

/** Each traditional character as it is given to Pagefind. */
function markedCharacters(): ReadonlyMap<string, string> {
  markings ??= makeMarkings();
  return markings;
}

function makeMarkings(): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    [...simplifiedCharacters()].map(([traditional, simplified]) => {
      const count = counts.get(simplified) ?? 0;
      counts.set(simplified, count + 1);
      return [traditional, simplified + (marks[count] ?? '')] as const;
    }),
  );
}

/** A text for Pagefind. */
export function markTraditional(text: string): string {
  const marked = markedCharacters();
  return text.replace(/[\u3400-\u9fff]/g, (character) => marked.get(character) ?? character);
}

let unmarkings: ReadonlyMap<string, string> | undefined;

/** The text as it was before `markTraditional`. */
export function unmarkTraditional(text: string): string {
  unmarkings ??= new Map([...markedCharacters()].map(([character, marked]) => [marked, character]));
  const known = unmarkings;
  const pattern = new RegExp(`[\\u3400-\\u9fff][${marks}]`, 'g');
  return text.replace(pattern, (marked) => known.get(marked) ?? marked);
}
