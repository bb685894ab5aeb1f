/**
 * Segments text into words, for the index and for queries alike. Pagefind splits at white space, so that
 * every Chinese character becomes a word and the parts of an identifier become consecutive words.
 * `joinText` reverts it before a reader sees the text.
 */

/** Characters that are words by themselves. */
const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
/** Punctuation of Chinese text, which has no spaces around it. */
const hanMark = '\\u3000-\\u303f\\uff00-\\uffef·—…“”‘’';
/** Separates words where the text has no space, or, beside a Chinese character, where it has one. */
const joint = '‖';
/** Characters that Pagefind would drop or join, and their replacements in the index. */
const standIns = [
  ['_', '‗'],
  ['+', 'ᐩ'],
  ['#', 'ⵌ'],
] as const;

const hanRun = new RegExp(`^[${han}]+$`, 'u');
/** Signs and letters of ASCII; the signs with a replacement are left out. */
const plainSigns = '[!"$%&()*,\\-./:;<=>?@[\\\\\\]^`{|}~]+';
const plainLetters = "[A-Za-z0-9']+";
/** A word in which nothing is cut. Nothing matches it in two ways, so that no text takes long to fail. */
const plainWord = `(?:${plainSigns}(?:${plainLetters}(?:${plainSigns})?)?|${plainLetters}(?:${plainSigns})?)`;
/** Such words, which stay as they are. Without a limit a long text would need more stack than there is. */
const plainWords = `(?:${plainWord} ){0,400}${plainWord}`;
const plainText = new RegExp(`^${plainWords}$`);
const pieces = new RegExp(
  `(${plainWords})(?=\\s|$)|([${han}]{1,400})|[${hanMark}]+|[^\\s${han}${hanMark}]+`,
  'gu',
);
const touchesHan = new RegExp(`[${han}${hanMark}]`, 'u');
const insideIdentifier = /(?<=[\p{L}\p{N}])([^\p{L}\p{N}\p{M}'’]+)(?=[\p{L}\p{N}])/gu;
/** A word that folding changes in nothing but its case. */
const letters = /^[a-z]+$/i;
const cSharp = /(?<![\p{L}\p{N}])([a-z]{1,3})(\+\+|#)(?![\p{L}+#])(\p{N}?)/giu;
/** Letters that Pagefind finds by their base letter. */
const accented = /[\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]+/g;
const accents = /[\u0300-\u036f]+/g;

/** Whether the whole text is Chinese characters or kana. */
export function isHan(text: string): boolean {
  return hanRun.test(text);
}

/** Full-width letters and digits as half-width ones; other characters stay. */
function foldWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** Text for comparison: half width, lower case, no accents. Shorter where accents are characters. */
export function fold(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(accented, (letters) => letters.normalize('NFD'))
    .replace(accents, '');
}

/** For each place of the folded text, and its end, the place in the text; null if they are the same. */
export function foldedPlaces(text: string): readonly number[] | null {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/[\u0300-\u036f]/.test(lower)) return null;
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const _ of fold(character).split('')) places.push(place);
    place += character.length;
  }
  return [...places, place];
}

/** Text for the index: words separated by single spaces. */
export function cutText(text: string): string {
  // As most lines are.
  if (plainText.test(text)) return text;
  const words: string[] = [];
  let end = 0;
  const source = standIn(foldWidth(text.normalize('NFC')).replace(/[‖‗ᐩⵌ]/g, ' '));
  for (const { 0: piece, 1: plain, 2: signs, index } of source.matchAll(pieces)) {
    if (index > end && index > 0) keepSpace(words, piece);
    words.push(plain ?? (signs === undefined ? cutIdentifier(piece) : [...signs].join(' ')));
    end = index + piece.length;
  }
  return words.join(' ');
}

/** Marks a space beside a Chinese character, which `joinText` would drop otherwise. */
function keepSpace(words: string[], next: string): void {
  const before = words.length - 1;
  const word = words[before] ?? '';
  if (isHanPiece(word.slice(-1)) || isHanPiece(next)) words[before] = word + joint;
}

/** Whether a piece is Chinese or Chinese punctuation: all of it is, or nothing. */
function isHanPiece(piece: string): boolean {
  // The dot in the middle is the first such character; most text stays below it.
  return piece.charCodeAt(0) >= 0xb7 && touchesHan.test(piece);
}

function cutIdentifier(piece: string): string {
  return isHanPiece(piece) ? piece : piece.replace(insideIdentifier, `$1${joint} `);
}

function standIn(text: string): string {
  if (!/[+#_]/.test(text)) return text;
  return text
    .replace(
      cSharp,
      (_, name: string, sign: string, version: string) =>
        name +
        sign.replaceAll('+', 'ᐩ').replaceAll('#', 'ⵌ') +
        (version === '' ? '' : `${joint} ${version}`),
    )
    .replaceAll('_', '‗');
}

/** Reverts `cutText`: the text as the author wrote it. */
export function joinText(cut: string): string {
  let text = '';
  for (const word of cut.split(/\s+/u)) {
    const marked = text.endsWith(joint);
    if (marked) text = text.slice(0, -joint.length);
    const beside = touchesHan.test(text.slice(-1)) || touchesHan.test(word.slice(0, 1));
    text += beside === marked && text !== '' ? ` ${word}` : word;
  }
  return withSigns(text)
    .replaceAll(joint, '')
    .replace(new RegExp(`(?<=[${han}])\\.(?=\\s|$|[${han}])`, 'gu'), '。')
    .replace(new RegExp(`(?<=[\\p{Script=Latin}\\p{N})]\\.)(?=[${han}])`, 'gu'), ' ');
}

/** The characters that the author wrote in place of those of the index: 'c++' for 'cᐩᐩ'. */
export function withSigns(text: string): string {
  let written = text;
  for (const [sign, standing] of standIns) written = written.replaceAll(standing, sign);
  return written;
}

/** The words of a text as in the index: folded, without punctuation. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of cutText(text).split(/\s+/u)) {
    if (letters.test(word)) {
      words.push(word.toLowerCase());
      continue;
    }
    const bare = fold(word).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
    if (bare !== '') words.push(bare);
  }
  return words;
}

/** The parts of a camel-case word: ['crash', 'loop'] of 'CrashLoop'. */
export function humpsOf(word: string): string[] {
  return word
    .split(/(?<=[\p{Ll}\p{N}]{2})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/u)
    .map((part) => fold(part).replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
    .filter((part) => part !== '');
}
