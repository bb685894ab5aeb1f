/** Puts a text on lines as a typesetter would: no word cut, no comma first, no line of one word. */
import LineBreaker from 'linebreak';

/** Width of a piece of text, in any unit. */
export type Measure = (text: string) => number;

/** How much room a text has. */
export interface Room {
  readonly width: number;
  /** Most lines. */
  readonly most: number;
  /** Whether lines are always about equally long, as those of a title; else as full as they get. */
  readonly even: boolean;
}

export interface Lines {
  readonly lines: readonly string[];
  /** Whether a word was wider than a line, and had to break. */
  readonly torn: boolean;
  /** Whether the text goes on; its last line then ends in “…”. */
  readonly cut: boolean;
}

/** A line of text. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width without the blanks at its end, which may hang over. */
  readonly inked: number;
}

/** Where a name of a program or a path may break: after its marks, before its capitals. */
const seams = /(?<=[./\\#:_(,=&?-])(?=[^./\\#:_(,=&?-])|(?<=[a-z0-9])(?=\p{Lu})/u;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text on the lines that there is room for. Lines break where Unicode (UAX 14) allows it, and
 * not within a Chinese word. A word wider than a line breaks at its dots and capitals, else anywhere.
 */
export function breakLines(text: string, { width, most, even }: Room, measure: Measure): Lines {
  const whole = piecesOf(text, measure);
  const pieces = whole.flatMap((piece) => fitting(piece, width, measure));
  const torn = pieces.length > whole.length;
  const lines = fill(pieces, width);
  if (lines.length > most) {
    return { lines: cutOff(lines.slice(0, most), width, measure), torn, cut: true };
  }
  const lonely = inkedWidth(lines.at(-1) ?? []) < width / 4;
  const shown = even || lonely ? balance(pieces, lines.length, width) : lines;
  return { lines: shown.map(textOf), torn, cut: false };
}

/** Each line as full as it gets. */
function fill(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let end = 0;
  for (const piece of pieces) {
    if (line.length > 0 && end + piece.inked > width) {
      lines.push(line);
      line = [];
      end = 0;
    }
    line.push(piece);
    end += piece.width;
  }
  return line.length === 0 ? lines : [...lines, line];
}

function inkedWidth(line: readonly Piece[]): number {
  const last = line.at(-1);
  return line.reduce((sum, { width }) => sum + width, last ? last.inked - last.width : 0);
}

/** The lines of the least width that are not more than `count`. */
function balance(pieces: readonly Piece[], count: number, width: number): Piece[][] {
  let tooNarrow = Math.max(0, ...pieces.map(({ inked }) => inked));
  let enough = width;
  while (enough - tooNarrow > width / 100) {
    const middle = (tooNarrow + enough) / 2;
    if (fill(pieces, middle).length > count) tooNarrow = middle;
    else enough = middle;
  }
  return fill(pieces, enough);
}

/** The lines, the last of which gives up as many words as “…” needs. */
function cutOff(lines: readonly Piece[][], width: number, measure: Measure): string[] {
  const last = [...(lines.at(-1) ?? [])];
  // A single long word gives up letters.
  const kept = last.length > 1 ? last : characters(textOf(last), measure);
  while (kept.length > 1 && measure(withEllipsis(kept)) > width) kept.pop();
  return [...lines.slice(0, -1).map(textOf), withEllipsis(kept)];
}

function withEllipsis(pieces: readonly Piece[]): string {
  return `${textOf(pieces).replace(/[\s\p{P}\p{S}]+$/u, '')}…`;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}

/** The parts between which a line may break; blanks stay at a part's end. */
function piecesOf(text: string, measure: Measure): Piece[] {
  const inside = insideWords(text);
  const breaker = new LineBreaker(text);
  const pieces: Piece[] = [];
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (inside.has(next.position)) continue;
    pieces.push(pieceOf(text.slice(start, next.position), measure));
    start = next.position;
  }
  return pieces;
}

/** Offsets within Chinese words: other scripts break where Unicode allows it. */
function insideWords(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { segment, index } of words.segment(text)) {
    if (!/^\p{Script=Han}/u.test(segment)) continue;
    for (let offset = 1; offset < segment.length; offset++) inside.add(index + offset);
  }
  return inside;
}

function pieceOf(text: string, measure: Measure): Piece {
  const width = measure(text);
  return { text, width, inked: /\s$/u.test(text) ? measure(text.trimEnd()) : width };
}

/** A piece in parts that are no wider than a line. */
function fitting(piece: Piece, width: number, measure: Measure): Piece[] {
  if (piece.inked <= width) return [piece];
  return piece.text
    .split(seams)
    .map((part) => pieceOf(part, measure))
    .flatMap((part) => (part.inked > width ? characters(part.text, measure) : [part]));
}

function characters(text: string, measure: Measure): Piece[] {
  return [...graphemes.segment(text)].map(({ segment }) => pieceOf(segment, measure));
}
