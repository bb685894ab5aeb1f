/** Ranks a page for a query, by where the query is on it. */
import { escapePattern } from '../../garden/escape.ts';
import { fold } from '../cut/cut-text.ts';
import { betweenNames, type PageText } from '../cut/page-text.ts';
import { patternOf, type Span, spansOf } from './patterns.ts';
import type { Query } from './query.ts';
import type { ResolvedUnit } from './resolve-unit.ts';

/** UTF-16 code units of a sentence with full weight. */
const fullSentence = 40;
/** UTF-16 code units of a page on which the number of matches counts half. */
const halfWeightPage = 12_000;

/** What is looked for in a name: the exact query, else its units one by one. */
interface Wanted {
  readonly literals: readonly string[];
  readonly patterns: readonly string[];
}

/**
 * The rank of a page: matches in the title count more than in names, then headings, then text; then the
 * number of matches counts, and how early the first one is.
 */
export function rankPage(page: PageText, query: Query, units: readonly ResolvedUnit[]): number {
  const subjects = units.filter(({ unit }) => !unit.optional);
  const wanted = {
    literals: [query.text, subjects.map(({ unit }) => unit.text).join(' ')],
    patterns: subjects.map(patternOf).filter((pattern) => pattern !== ''),
  };
  const body = page.sections.map(({ text }) => text).join('\n');
  const spans = spansOf(body, wanted.patterns);
  const early = spans[0] ? 1 - spans[0].start / Math.max(1, body.length) : 0;
  const often = Math.log2(1 + spans.length) / (1 + body.length / halfWeightPage);
  const headings = page.sections.map(({ heading }) => heading);
  const whole =
    nameFit(page.title, wanted, 24) +
    bestFit(page.names.split(betweenNames), wanted, 12) +
    bestFit(headings, wanted, 9) +
    (isExactly(fold(body), query.text) ? 4 : 0);
  const rank = whole + 2 * often + early + fluency(body, spans[0]);
  return rank * (page.kind === 'ghost' ? 0.5 : 1);
}

/** Whether a text has the whole query; a number only where no letter or number continues it. */
function isExactly(text: string, query: string): boolean {
  if (!/^\d/.test(query)) return text.includes(query);
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(query)}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** From 0 to 1: a long sentence with the query counts more than a line of a list. */
function fluency(body: string, span: Span | undefined): number {
  if (!span) return 0;
  const before = body.slice(0, span.start).search(/[^。.!?！？\n]*$/u);
  const after = body.slice(span.end).search(/[。.!?！？\n]|$/u);
  return Math.min(1, (span.end + after - before) / fullSentence);
}

function bestFit(names: readonly string[], wanted: Wanted, weight: number): number {
  return Math.max(0, ...names.map((name) => nameFit(name, wanted, weight)));
}

/** An exact name counts twice; one that contains the query counts more the shorter it is. */
function nameFit(text: string, { literals, patterns }: Wanted, weight: number): number {
  const name = fold(text).trim();
  if (name === '' || patterns.length === 0) return 0;
  if (literals.includes(name)) return weight * 2;
  const literal = literals.find((wanted) => name.includes(wanted));
  if (literal) return weight * (1 + literal.length / name.length / 2);
  const there = patterns.filter((pattern) => new RegExp(pattern, 'u').test(name)).length;
  return (weight * 0.8 * there) / patterns.length;
}
