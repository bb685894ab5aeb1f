/** How well a page answers a query, by where the query stands on it. */
import { fold } from './cut-text.ts';
import type { PageText } from './page-text.ts';
import { patternOf, type Stretch, stretchesOf } from './patterns.ts';
import type { Query } from './query.ts';
import type { ResolvedUnit } from './resolve-unit.ts';

/** UTF-16 code units of a sentence that says something. */
const longSentence = 40;

/**
 * A number for comparing pages: titles before names, names before headings, headings before text;
 * then how often the query stands there, and how early.
 */
export function rankPage(page: PageText, query: Query, units: readonly ResolvedUnit[]): number {
  const patterns = units.map(patternOf);
  const body = page.sections.map(({ text }) => text).join('\n');
  const stretches = stretchesOf(body, patterns);
  const early = stretches[0] ? 1 - stretches[0].start / Math.max(1, body.length) : 0;
  const often = Math.log2(1 + stretches.length) / (1 + body.length / 4000);
  const whole =
    places(page.title, query.text, patterns, 24) +
    best(page.names.split(/[。.\n]/u), query.text, patterns, 12) +
    best(
      page.sections.map(({ heading }) => heading),
      query.text,
      patterns,
      9,
    ) +
    (fold(body).includes(query.text) ? 4 : 0);
  return (
    (whole + 2 * often + early + fluency(body, stretches[0])) * (page.kind === 'ghost' ? 0.5 : 1)
  );
}

/** A sentence about the query says more than a line of a list that names it. */
function fluency(body: string, stretch: Stretch | undefined): number {
  if (!stretch) return 0;
  const before = body.slice(0, stretch.start).search(/[^。.!?！？\n]*$/u);
  const after = body.slice(stretch.end).search(/[。.!?！？\n]|$/u);
  return Math.min(1, (stretch.end + after - before) / longSentence);
}

function best(
  texts: readonly string[],
  literal: string,
  patterns: readonly string[],
  weight: number,
): number {
  return Math.max(0, ...texts.map((text) => places(text, literal, patterns, weight)));
}

/** A name that is the query counts twice, one that has it the more the less else it has. */
function places(
  text: string,
  literal: string,
  patterns: readonly string[],
  weight: number,
): number {
  const name = fold(text).trim();
  if (name === '') return 0;
  if (name === literal) return weight * 2;
  if (name.includes(literal)) return weight * (1 + literal.length / name.length / 2);
  const known = patterns.filter((pattern) => pattern !== '');
  const there = known.filter((pattern) => new RegExp(pattern, 'u').test(name)).length;
  return known.length === 0 ? 0 : (weight * 0.8 * there) / known.length;
}
