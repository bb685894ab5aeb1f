/** Highlights the query on a page opened from a result, without changing its elements. */
import { patternOf, spansOf } from '../../search/query/patterns.ts';
import { readQuery } from '../../search/query/query.ts';

/** Highlights the query and scrolls to its first match, unless the address has a fragment. */
export function markPage(source: string): void {
  const article = document.querySelector('main');
  if (!article || !('highlights' in CSS)) return;
  const { units } = readQuery(source);
  const patterns = units
    .filter(({ optional }) => !optional)
    .map((unit) => patternOf({ unit, forms: [unit.words], how: 'typed', hits: new Map() }));
  const ranges = rangesIn(article, patterns);
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

function rangesIn(root: Element, patterns: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of spansOf(node.textContent ?? '', patterns)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
