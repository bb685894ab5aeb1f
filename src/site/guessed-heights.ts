/**
 * Guesses how high the items of a long note's lists and outlines are, so that a browser need not lay out
 * what is out of view. A guess is rather too high: what is higher than its guess would count as lying
 * under what follows it.
 */
import { ownValue } from '../garden/own-value.ts';

/** From so many bytes on, a phone would take seconds to lay the whole note out. */
const minLongNote = 50_000;
/** What may be in the first view has its height at once, so that nothing moves: lines on a desk. */
const firstRows = 40;
/** What a desk shows of a note on its first screen, below the title. */
const screenRows = 28;
/** Items of fewer lines are not worth a guess. */
const minRows = 8;

/** A phone and a desk: room for a line in pixels. */
const rooms = { phone: 350, desk: 660 };

/** Room that a level of an outline takes, and a letter, in pixels. */
const indent = 46;
const letterWidth = 7.5;
/** A video, or a picture of unknown size. */
const mediaRows = 18;
/** Rows besides those of text. */
const extras: Readonly<Record<string, number>> = {
  br: 1,
  tr: 0.6,
  pre: 2,
  p: 0.4,
  li: 0.4,
  h1: 1.5,
  h2: 1.2,
  h3: 1,
  img: mediaRows,
  svg: mediaRows,
  iframe: mediaRows,
  video: mediaRows,
};
const inline =
  /^(?:a|abbr|b|cite|code|del|em|i|img|input|ins|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u)$/;
const fullWidth =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;
const token = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|[^">])*)>|[^<]+|</g;

interface Item {
  /** Where its tag ends its name, in the HTML. */
  readonly place: number;
  readonly isFree: boolean;
  rows: number;
  wide: number;
}

export function isLongNote(html: string): boolean {
  return Buffer.byteLength(html) >= minLongNote;
}

/** Whether what begins at an index of a note's HTML is seen on the first screen of a desk. */
export function isOnFirstScreen(html: string, index: number): boolean {
  return new Walk().over(html.slice(0, index)).passed <= screenRows;
}

/** The HTML of a long note, its higher list items marked with their rows on a phone and on a desk. */
export function withGuessedHeights(html: string): string {
  const marks: { place: number; mark: string }[] = [];
  for (const { place, isFree, rows, wide } of new Walk().over(html).items) {
    if (!isFree || rows < minRows) continue;
    marks.push({ place, mark: ` style="--rows:${Math.ceil(rows)};--wide:${Math.ceil(wide)}"` });
  }
  let [written, end] = ['', 0];
  for (const { place, mark } of marks.sort((a, b) => a.place - b.place)) {
    written += html.slice(end, place) + mark;
    end = place;
  }
  return written + html.slice(end);
}

/** Goes through the HTML and counts the rows of each list item. */
class Walk {
  /** All list items with their guessed rows, the inner ones first. */
  readonly items: Item[] = [];
  private readonly open: Item[] = [];
  /** Of each open fold whether it is closed: what is in it has no height. */
  private readonly folds: boolean[] = [];
  /** Width of the text since the last line began, in letters. */
  private letters = 0;
  private depthOfCode = 0;
  /** Rows from the start of the text on. */
  passed = 0;

  over(html: string): this {
    for (const { 0: text, 1: slash, 2: name = '', 3: attributes = '', index } of html.matchAll(
      token,
    )) {
      if (slash === undefined) this.text(text);
      else if (slash === '/') this.end(name);
      else this.start(name, attributes, index + 1 + name.length);
    }
    return this;
  }

  private text(text: string): void {
    if (this.depthOfCode === 0) this.letters += lettersIn(text);
    else this.add(text.split('\n').length - 1);
  }

  private start(name: string, attributes: string, place: number): void {
    this.endLine(name);
    this.add(attributes.includes('class="media"') ? mediaRows : (ownValue(extras, name) ?? 0));
    if (name === 'pre') this.depthOfCode += 1;
    if (name === 'details') this.folds.push(!/\sopen\b/.test(attributes));
    if (name !== 'li') return;
    const isFree = this.passed > firstRows && !attributes.includes('style=');
    this.open.push({ place, isFree, rows: 0, wide: 0 });
  }

  private end(name: string): void {
    this.endLine(name);
    if (name === 'pre') this.depthOfCode -= 1;
    if (name === 'details') this.folds.pop();
    const item = name === 'li' ? this.open.pop() : undefined;
    if (!item) return;
    this.items.push(item);
    const above = this.open.at(-1);
    if (above) [above.rows, above.wide] = [above.rows + item.rows, above.wide + item.wide];
  }

  private endLine(name: string): void {
    if (inline.test(name)) return;
    const { letters, open } = this;
    this.letters = 0;
    this.add(linesOf(letters, rooms.phone, open.length), linesOf(letters, rooms.desk, open.length));
  }

  private add(rows: number, wide = rows): void {
    if (this.folds.includes(true)) return;
    this.passed += wide;
    const item = this.open.at(-1);
    if (!item) return;
    item.rows += rows;
    item.wide += wide;
  }
}

/** Lines of a text at some depth of lists; words that do not fit in leave a part of each line empty. */
function linesOf(letters: number, room: number, depth: number): number {
  const width = Math.max(80, room - indent * depth) / letterWidth;
  return Math.ceil((letters * 1.1) / width);
}

function lettersIn(text: string): number {
  const shown = text.replace(/\s+/g, ' ');
  if (shown === ' ') return 0;
  return shown.length + (shown.match(fullWidth)?.length ?? 0) * 1.2;
}
