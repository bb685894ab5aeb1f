/** What of a page is shown under its title: the places where the query stands, with their marks. */
import type { PageText } from '../cut/page-text.ts';
import { type Stretch, stretchesOf } from './patterns.ts';

/** A text with the stretches that are marked in it. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Stretch[];
}

/** A place on a page: a heading with its fragment, and the text around the query below it. */
export interface Place {
  readonly fragment: string;
  readonly heading: Marked;
  readonly excerpt: Marked;
}

/** Half-width characters that an excerpt has at most; Chinese ones count as two. */
const longest = 180;
/** How much stands before the first mark. */
const before = 50;

/** The sections that have the query, the fullest first in the order of the page. */
export function placesOf(page: PageText, patterns: readonly string[], most: number): Place[] {
  const places = page.sections.map(({ fragment, heading, text }, order) => {
    const place = {
      fragment,
      heading: mark(heading, patterns),
      excerpt: excerptOf(text, patterns),
    };
    const weight = place.heading.marks.length * 3 + stretchesOf(text, patterns).length;
    return { place, weight, order };
  });
  return places
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, most)
    .sort((a, b) => a.order - b.order)
    .map(({ place }) => place);
}

/** A text with its marks. */
export function mark(text: string, patterns: readonly string[]): Marked {
  return { text, marks: stretchesOf(text, patterns) };
}

/** The stretch of a text around the place with most marks; its beginning where there are none. */
function excerptOf(text: string, patterns: readonly string[]): Marked {
  const marks = stretchesOf(text, patterns);
  const centre = fullest(marks)?.start ?? 0;
  const start = beginningBefore(text, centre);
  const end = endAfter(text, start);
  const shown = text.slice(start, end);
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: head + shown + (end < text.length ? '…' : ''),
    marks: marks
      .filter((stretch) => stretch.start >= start && stretch.end <= end)
      .map((stretch) => ({ start: stretch.start + shift, end: stretch.end + shift })),
  };
}

/** The first of the marks that stand closest together. */
function fullest(marks: readonly Stretch[]): Stretch | undefined {
  let best: Stretch | undefined;
  let most = 0;
  for (const first of marks) {
    const near = marks.filter(
      ({ start, end }) => start >= first.start && end <= first.start + longest / 2,
    ).length;
    if (near > most) [best, most] = [first, near];
  }
  return best;
}

/** A sentence's beginning not far before the place, else a word's. */
function beginningBefore(text: string, place: number): number {
  let width = 0;
  let start = place;
  while (start > 0 && width < before) {
    if (/[。！？；.!?\n]/u.test(text[start - 1] ?? '') && width > 0) return skipSpace(text, start);
    start -= 1;
    width += widthOf(text, start);
  }
  while (start > 0 && start < place && /[\p{Script=Latin}\p{N}]/u.test(text[start - 1] ?? '')) {
    start += 1;
  }
  return skipSpace(text, start);
}

function skipSpace(text: string, start: number): number {
  let place = start;
  while (place < text.length && /\s/u.test(text[place] ?? '')) place += 1;
  return place;
}

function endAfter(text: string, start: number): number {
  let width = 0;
  let end = start;
  while (end < text.length && width < longest) {
    width += widthOf(text, end);
    end += 1;
  }
  if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) return end - 1;
  return end - halfWordAt(text, end);
}

/** How much of a word stands before a place that would cut it; 0 for one too long to leave out. */
function halfWordAt(text: string, end: number): number {
  if (!/^[\p{Script=Latin}\p{N}]/u.test(text.slice(end))) return 0;
  const half = /[\p{Script=Latin}\p{N}]{0,20}$/u.exec(text.slice(0, end))?.[0].length ?? 0;
  return half < 20 ? half : 0;
}

function widthOf(text: string, index: number): number {
  return text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
}
