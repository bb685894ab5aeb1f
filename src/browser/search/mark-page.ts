/** Highlights the query on a page opened from a result, without changing its elements. */
import { asWritten, mayBeTraditional, type Simplify } from '../../search/cut/traditional.ts';
import { patternOf, spansOf } from '../../search/query/patterns.ts';
import { readQuery, type Unit } from '../../search/query/query.ts';
import { isVersion, otherVersion } from '../../search/query/version.ts';
import { loadSimplified } from './simplified.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Highlights the query and scrolls to its first match, unless the address has a fragment. */
export async function markPage(source: string): Promise<void> {
  const article = document.querySelector('main');
  if (!article || !('highlights' in CSS)) return;
  const simplify = await simplifierFor(source, article);
  const { units } = readQuery(simplify(source));
  const patterns = units.filter(({ optional }) => !optional).map(patternOfUnit);
  const ranges = rangesIn(article, patterns, simplify);
  if (ranges.length === 0) return;
  CSS.highlights.set('search', new Highlight(...ranges));
  const [first] = ranges;
  if (location.hash === '') {
    first?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }
  // The query leaves the address, which stays that of the page for copying and reloading.
  const address = new URL(location.href);
  address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}

function patternOfUnit(unit: Unit): string {
  const forms = isVersion(unit.text) ? [unit.words, otherVersion(unit.words)] : [unit.words];
  return patternOf({ unit, forms, how: 'typed', hits: new Map() });
}

/** Only Chinese queries need the table, and only with traditional characters in them or on the page. */
async function simplifierFor(source: string, article: Element): Promise<Simplify> {
  if (!/\p{Script=Han}/u.test(source)) return asWritten;
  if (!mayBeTraditional(source + (article.textContent ?? ''))) return asWritten;
  return loadSimplified(base).catch(() => asWritten);
}

function rangesIn(root: Element, patterns: readonly string[], simplify: Simplify): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of spansOf(node.textContent ?? '', patterns, simplify)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
