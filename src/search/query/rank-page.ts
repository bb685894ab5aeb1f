/** How well a page answers a query, by where the query stands on it. */
import { fold } from '../cut/cut-text.ts';
import { betweenNames, type PageText } from '../cut/page-text.ts';
import { patternOf, type Stretch, stretchesOf } from './patterns.ts';
import type { Query } from './query.ts';
import type { ResolvedUnit } from './resolve-unit.ts';

/** UTF-16 code units of a sentence that says something. */
const longSentence = 40;
/** UTF-16 code units of a page where how often a word stands there counts half. */
const longPage = 12_000;

/** What ranking looks for in a name: the query word for word, else its units one by one. */
interface Wanted {
  readonly literals: readonly string[];
  readonly patterns: readonly string[];
}

/**
 * A number for comparing pages: titles before names, names before headings, headings before text;
 * then how often the query stands there, and how early.
 */
export function rankPage(page: PageText, query: Query, units: readonly ResolvedUnit[]): number {
  const subjects = units.filter(({ unit }) => !unit.optional);
  const wanted = {
    literals: [query.text, subjects.map(({ unit }) => unit.text).join(' ')],
    patterns: subjects.map(patternOf).filter((pattern) => pattern !== ''),
  };
  const body = page.sections.map(({ text }) => text).join('\n');
  const stretches = stretchesOf(body, wanted.patterns);
  const early = stretches[0] ? 1 - stretches[0].start / Math.max(1, body.length) : 0;
  const often = Math.log2(1 + stretches.length) / (1 + body.length / longPage);
  const headings = page.sections.map(({ heading }) => heading);
  const whole =
    nameFit(page.title, wanted, 24) +
    bestFit(page.names.split(betweenNames), wanted, 12) +
    bestFit(headings, wanted, 9) +
    (fold(body).includes(query.text) ? 4 : 0);
  const rank = whole + 2 * often + early + fluency(body, stretches[0]);
  return rank * (page.kind === 'ghost' ? 0.5 : 1);
}

/** A sentence about the query says more than a line of a list that names it. */
function fluency(body: string, stretch: Stretch | undefined): number {
  if (!stretch) return 0;
  const before = body.slice(0, stretch.start).search(/[^。.!?！？\n]*$/u);
  const after = body.slice(stretch.end).search(/[。.!?！？\n]|$/u);
  return Math.min(1, (stretch.end + after - before) / longSentence);
}

function bestFit(names: readonly string[], wanted: Wanted, weight: number): number {
  return Math.max(0, ...names.map((name) => nameFit(name, wanted, weight)));
}

/** A name that is the query counts twice, one that has it the more the less else it has. */
function nameFit(text: string, { literals, patterns }: Wanted, weight: number): number {
  const name = fold(text).trim();
  if (name === '' || patterns.length === 0) return 0;
  if (literals.includes(name)) return weight * 2;
  const literal = literals.find((wanted) => name.includes(wanted));
  if (literal) return weight * (1 + literal.length / name.length / 2);
  const there = patterns.filter((pattern) => new RegExp(pattern, 'u').test(name)).length;
  return (weight * 0.8 * there) / patterns.length;
}
