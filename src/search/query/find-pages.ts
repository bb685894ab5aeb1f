/** Finds the pages for a query and puts them in order. */
import { isHan } from '../cut/cut-text.ts';
import { hasLiteral, type PageText, simplifyPage, textsOf } from '../cut/page-text.ts';
import { asWritten, mayBeTraditional, type Simplify } from '../cut/traditional.ts';
import { type Query, readQuery, type Unit } from './query.ts';
import { rankPage } from './rank-page.ts';
import { relaxUnit } from './relax-unit.ts';
import { type ResolvedUnit, resolveUnit } from './resolve-unit.ts';
import { withoutV } from './version.ts';
import type { Hit, WordIndex } from './word-index.ts';

export interface Found {
  readonly query: Query;
  /**
   * 'all': each page contains the whole query; 'most': no page does, these contain most of it; 'some':
   * these contain a part of a Chinese query without spaces.
   */
  readonly how: 'all' | 'most' | 'some' | 'none';
  readonly units: readonly ResolvedUnit[];
  /** The best pages, with their text, in order. */
  readonly pages: readonly PageText[];
  /** Further pages, in the order of the index. */
  readonly rest: readonly Hit[];
  /** Makes texts of the pages comparable with the query. */
  readonly simplify: Simplify;
}

/** At least so many pages are read if they must contain a text exactly. */
const minChecked = 60;
/** Share of the query's weight that a page must contain if no page contains all. */
const minShare = 0.6;
/** Stands for the number of pages, as only the order of weights matters. */
const assumedPages = 1000;

/**
 * Finds pages for what a reader typed.
 * @param first how many pages to read, check and put in order by their text.
 */
export async function findPages(source: string, index: WordIndex, first = 20): Promise<Found> {
  const query = readQuery((await simplifierFor([source], index))(source));
  if (query.units.length === 0) return nothing(query, []);
  const resolved = await Promise.all(query.units.map((unit) => resolveUnit(unit, index)));
  const units = await exclude(resolved, query.excluded, index);
  const all = inAll(units.filter(({ unit }) => !unit.optional));
  if (all.length > 0) return order(query, units, all, 'all', index, first);
  const relaxed = await exclude(await relax(units, index), query.excluded, index);
  const required = relaxed.filter(({ unit }) => !unit.optional);
  if (required.length === 0) return nothing(query, relaxed);
  const most = required.every(({ hits }) => hits.size > 0) ? inAll(required) : [];
  if (most.length > 0) return order(query, relaxed, most, 'all', index, first);
  const some = withMost(required, minShare);
  if (some.length > 0) return order(query, relaxed, some, 'most', index, first);
  // Chinese is typed without spaces, so that the reader did not choose the parts.
  const isOne = !/\s/.test(query.text) && query.units.some(({ kind }) => kind === 'han');
  const parts = isOne ? withMost(required.filter(isWord), 0) : [];
  if (parts.length === 0) return nothing(query, relaxed);
  return order(query, relaxed, parts, 'some', index, first);
}

/** A single character is in many words that have nothing to do with it. */
function isWord({ unit }: ResolvedUnit): boolean {
  return unit.kind !== 'han' || unit.words.length > 1;
}

function nothing(query: Query, units: readonly ResolvedUnit[]): Found {
  return { query, how: 'none', units, pages: [], rest: [], simplify: asWritten };
}

/** The table of traditional characters is needed only where a text has some. */
async function simplifierFor(texts: readonly string[], index: WordIndex): Promise<Simplify> {
  return texts.some(mayBeTraditional) ? index.simplify() : asWritten;
}

/** Leaves out the pages that contain what is excluded. */
async function exclude(
  units: readonly ResolvedUnit[],
  excluded: readonly Unit[],
  index: WordIndex,
): Promise<readonly ResolvedUnit[]> {
  if (excluded.length === 0) return units;
  const found = await Promise.all(excluded.map(({ words }) => index.phrase(words)));
  const out = new Set(found.flat().map(({ id }) => id));
  return units.map((resolved) => ({
    ...resolved,
    hits: new Map([...resolved.hits].filter(([id]) => !out.has(id))),
  }));
}

async function relax(units: readonly ResolvedUnit[], index: WordIndex): Promise<ResolvedUnit[]> {
  const relaxed = units.map((resolved) =>
    resolved.how === 'missing' && resolved.unit.kind === 'han'
      ? relaxUnit(resolved.unit, index)
      : [resolved],
  );
  return (await Promise.all(relaxed)).flat();
}

/** Pages with every unit. */
function inAll(units: readonly ResolvedUnit[]): Hit[] {
  const [fewest, ...others] = [...units].sort((a, b) => a.hits.size - b.hits.size);
  if (!fewest) return [];
  return [...fewest.hits.values()].filter(({ id }) => others.every(({ hits }) => hits.has(id)));
}

/**
 * Pages with most of the query: rare units weigh more, and missing ones most.
 * @param share of the query's weight that a page must contain.
 */
function withMost(units: readonly ResolvedUnit[], share: number): Hit[] {
  if (units.some(({ unit }) => unit.kind === 'quoted')) return [];
  const weights = units.map(({ hits }) => Math.log(1 + assumedPages / (1 + hits.size)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const pages = new Map<string, { hit: Hit; weight: number }>();
  for (const [index, { hits }] of units.entries()) {
    for (const hit of hits.values()) {
      const weight = (pages.get(hit.id)?.weight ?? 0) + (weights[index] ?? 0);
      pages.set(hit.id, { hit, weight });
    }
  }
  const enoughOf = [...pages.values()].filter(({ weight }) => weight >= whole * share);
  const best = Math.max(...enoughOf.map(({ weight }) => weight));
  return enoughOf.filter(({ weight }) => weight >= best * 0.9).map(({ hit }) => hit);
}

async function order(
  query: Query,
  units: readonly ResolvedUnit[],
  hits: readonly Hit[],
  how: Found['how'],
  index: WordIndex,
  first: number,
): Promise<Found> {
  const sorted = hits.length > first ? await byWeight(units, hits, index) : hits;
  const count = units.some(isLiteral) ? Math.max(first, minChecked) : first;
  const read = await Promise.all(sorted.slice(0, count).map((hit) => hit.read()));
  const isChinese = units.some(({ unit }) => unit.words.some(isHan));
  const simplify = await simplifierFor(isChinese ? read.flatMap(textsOf) : [], index);
  const ranked = read
    .map((page) => ({ page, text: simplifyPage(page, simplify) }))
    .map(({ page, text }) => ({ page, text, rank: rankPage(text, query, units) }))
    .sort((a, b) => b.rank - a.rank || (a.page.permalink < b.page.permalink ? -1 : 1));
  const pages = checked(ranked, units).map(({ page }) => page);
  if (pages.length === 0) return nothing(query, units);
  return { query, how, units, pages, rest: sorted.slice(count), simplify };
}

/** Orders more pages than are read: the index weighs words in titles and headings. */
async function byWeight(
  units: readonly ResolvedUnit[],
  hits: readonly Hit[],
  index: WordIndex,
): Promise<readonly Hit[]> {
  const subjects = units.filter(({ unit }) => !unit.optional);
  const words = subjects.flatMap(({ forms }) => forms[0] ?? []);
  const weighed = await index.weighed([...new Set(words)]);
  const places = new Map(weighed.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Hit) => places.get(id) ?? weighed.length;
  return [...hits].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The index has words, not the punctuation between them: a quoted phrase must be on the page exactly, and
 * if some page has an identifier as typed, pages with only its words are left out.
 */
function checked<Ranked extends { readonly text: PageText }>(
  pages: readonly Ranked[],
  units: readonly ResolvedUnit[],
): readonly Ranked[] {
  let left = pages;
  for (const { unit } of units.filter(isLiteral)) {
    const literal = left.filter(({ text }) => hasLiteral(text, withoutV(unit.text)));
    if (unit.kind === 'quoted' || literal.length > 0) left = literal;
  }
  return left;
}

/** Whether the punctuation of a unit counts: it does in 99.9% and acks=all, not in split-brain. */
function isLiteral({ unit }: ResolvedUnit): boolean {
  return (
    unit.kind === 'quoted' || (unit.kind !== 'han' && /[^\p{L}\p{N}\p{M}\s'’-]/u.test(unit.text))
  );
}
