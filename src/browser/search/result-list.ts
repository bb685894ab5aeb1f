/** Elements for results: titles, with excerpts below them, and matches highlighted. */

import type { SearchTextKey } from '../../garden/interface-texts/search-texts.ts';
import type { Marked, SectionMatch } from '../../search/query/excerpts.ts';
import { element } from '../element.ts';
import { hrefOf } from './href.ts';
import type { Jump, Rest, Result } from './messages.ts';
import { searchText } from './search-text.ts';

/** A text as nodes, with its matches in `<mark>`. */
function markedNodes({ text, marks }: Marked): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const span of marks) {
    nodes.push(text.slice(end, span.start));
    nodes.push(element('mark', {}, text.slice(span.start, span.end)));
    end = span.end;
  }
  return [...nodes, text.slice(end)];
}

/** A result; its excerpts link to their sections. */
export function resultItem(result: Result, query: string): HTMLLIElement {
  const { permalink, title, kind, lang, sections, names } = result;
  const link = element(
    'a',
    { className: 'search-title', href: hrefOf(permalink, query), lang },
    ...markedNodes(title),
  );
  const head = element('h2', {}, link, ...kindLabel(kind));
  const item = element('li', { className: 'search-result' }, head);
  item.dataset['permalink'] = permalink;
  if (names.marks.length > 0) {
    item.append(element('p', { className: 'search-names', lang }, ...markedNodes(names)));
  }
  if (sections.length > 0) {
    const list = sections.map((section) => element('li', {}, sectionLink(result, section, query)));
    item.append(element('ul', { className: 'search-sections' }, ...list));
  }
  return item;
}

/** A further result, whose text has not been loaded. */
export function restItem({ permalink, title, kind }: Rest, query: string): HTMLLIElement {
  const link = element('a', { className: 'search-title', href: hrefOf(permalink, query) }, title);
  const item = element(
    'li',
    { className: 'search-result' },
    element('h2', {}, link, ...kindLabel(kind)),
  );
  item.dataset['permalink'] = permalink;
  return item;
}

/** A note whose title matches. */
export function jumpItem({ title, permalink, kind, alias, isMeant }: Jump): HTMLLIElement {
  const also = alias === '' ? [] : [element('span', { className: 'search-kind' }, alias)];
  const link = element('a', { href: hrefOf(permalink, '') }, ...markedNodes(title));
  link.toggleAttribute('data-meant', isMeant);
  return element('li', { className: 'search-jump-item' }, link, ...also, ...kindLabel(kind));
}

function sectionLink(
  { permalink, lang }: Result,
  section: SectionMatch,
  query: string,
): HTMLAnchorElement {
  const { fragment, heading, excerpt } = section;
  const link = element('a', {
    className: 'search-section',
    href: hrefOf(permalink, query, fragment),
    lang,
  });
  if (heading.text !== '') {
    link.append(element('span', { className: 'search-heading' }, ...markedNodes(heading)), ' ');
  }
  link.append(element('span', { className: 'search-excerpt' }, ...markedNodes(excerpt)));
  return link;
}

function kindLabel(kind: string): HTMLElement[] {
  const named: readonly string[] = ['journal', 'ghost', 'tag', 'locked'];
  if (!named.includes(kind)) return [];
  return [element('span', { className: 'search-kind' }, searchText(kind as SearchTextKey))];
}
