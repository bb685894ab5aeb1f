/** Excerpts of a page around the matches of a query. */
import type { PageText } from '../cut/page-text.ts';
import { asWritten, type Simplify } from '../cut/traditional.ts';
import { type Span, spansOf } from './patterns.ts';

/** A text with the ranges of its matches. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** A section with matches: its heading, its fragment, and an excerpt of its text. */
export interface SectionMatch {
  readonly fragment: string;
  readonly heading: Marked;
  readonly excerpt: Marked;
}

/** Maximum width of an excerpt in half-width characters; Chinese characters count as two. */
const maxWidth = 180;
/** Width before the first match. */
const widthBefore = 50;

/** The `maxCount` sections with most matches, in the order of the page. */
export function sectionMatches(
  page: Pick<PageText, 'sections'>,
  patterns: readonly string[],
  maxCount: number,
  simplify: Simplify = asWritten,
): SectionMatch[] {
  const matches = page.sections.map(({ fragment, heading, text }, order) => {
    const match = {
      fragment,
      heading: mark(heading, patterns, simplify),
      excerpt: excerptOf(text, spansOf(text, patterns, simplify)),
    };
    const weight = match.heading.marks.length * 3 + spansOf(text, patterns, simplify).length;
    return { match, weight, order };
  });
  return matches
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, maxCount)
    .sort((a, b) => a.order - b.order)
    .map(({ match }) => match);
}

/** A text with the ranges that match. */
export function mark(
  text: string,
  patterns: readonly string[],
  simplify: Simplify = asWritten,
): Marked {
  return { text, marks: spansOf(text, patterns, simplify) };
}

/** The part of a text with most matches; its beginning if there are none. */
function excerptOf(text: string, marks: readonly Span[]): Marked {
  const centre = fullest(marks)?.start ?? 0;
  const start = beginningBefore(text, centre);
  const end = endAfter(text, start);
  const shown = text.slice(start, end);
  const head = start > 0 ? '…' : '';
  const shift = head.length - start;
  return {
    text: head + shown + (end < text.length ? '…' : ''),
    marks: marks
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start + shift, end: span.end + shift })),
  };
}

/** The first match of the densest group. */
function fullest(marks: readonly Span[]): Span | undefined {
  let best: Span | undefined;
  let most = 0;
  for (const first of marks) {
    const near = marks.filter(
      ({ start, end }) => start >= first.start && end <= first.start + maxWidth / 2,
    ).length;
    if (near > most) [best, most] = [first, near];
  }
  return best;
}

/** The start of the sentence if it is close before `match`, else of a word. */
function beginningBefore(text: string, match: number): number {
  let width = 0;
  let start = match;
  while (start > 0 && width < widthBefore) {
    if (/[。！？；.!?\n]/u.test(text[start - 1] ?? '') && width > 0) return skipSpace(text, start);
    start -= 1;
    width += widthOf(text, start);
  }
  while (start > 0 && start < match && /[\p{Script=Latin}\p{N}]/u.test(text[start - 1] ?? '')) {
    start += 1;
  }
  return skipSpace(text, start);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

function endAfter(text: string, start: number): number {
  let width = 0;
  let end = start;
  while (end < text.length && width < maxWidth) {
    width += widthOf(text, end);
    end += 1;
  }
  if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) return end - 1;
  return end - halfWordAt(text, end);
}

/** Length of the part of a word before a cut at `end`; 0 for words too long to leave out. */
function halfWordAt(text: string, end: number): number {
  if (!/^[\p{Script=Latin}\p{N}]/u.test(text.slice(end))) return 0;
  const half = /[\p{Script=Latin}\p{N}]{0,20}$/u.exec(text.slice(0, end))?.[0].length ?? 0;
  return half < 20 ? half : 0;
}

function widthOf(text: string, index: number): number {
  return text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
}
