/** A page as Pagefind indexes it: a small HTML document of segmented text. */
import { escapeHtml } from '../../garden/escape.ts';
import { cutText } from './cut-text.ts';
import type { SearchRecord } from './record.ts';

/** Id of the last section, with aliases and tags. */
export const namesSection = '=names';

/**
 * HTML for Pagefind: title, sections with their fragments as ids, names, and the filters.
 * @param spell changes a segmented text.
 */
export function indexPage(record: SearchRecord, spell = (text: string) => text): string {
  const element = (name: string, text: string, id = '') =>
    elementOf(name, spell(cutText(text)), id);
  const sections = record.sections.map(({ fragment, heading, text }) => {
    const title = fragment === '' || heading === '' ? '' : element('h2', heading, fragment);
    return (
      title +
      text
        .split('\n')
        .map((line) => element('p', line))
        .join('')
    );
  });
  const body = [element('h1', record.title), ...sections, namesOf(record, element)].join('\n');
  return `<html lang="en"><body data-pagefind-body>${filtersOf(record)}${body}</body></html>`;
}

/** The tags with their parent tags: a filter by tag includes its child tags. */
function withParentTags(tags: readonly string[]): string[] {
  const all = tags.flatMap((tag) => {
    const parts = tag.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(all)];
}

function namesOf(
  { aliases, tags }: SearchRecord,
  element: (name: string, text: string, id?: string) => string,
): string {
  if (aliases.length + tags.length === 0) return '';
  const names = [...aliases, ...tags.map((tag) => `#${tag}`)];
  const lines = names.map((name) => element('p', name)).join('');
  return `${element('h2', 'names', namesSection)}<div data-pagefind-weight="5">${lines}</div>`;
}

function filtersOf({ kind, lang, tags }: SearchRecord): string {
  const filters = [
    ['kind', kind],
    ['lang', lang.split('-')[0] ?? lang],
    ...withParentTags(tags).map((tag) => ['tag', tag]),
  ];
  return filters
    .map(([name, value]) => `<i data-pagefind-filter="${name}:${escapeHtml(value ?? '')}"></i>`)
    .join('');
}

function elementOf(name: string, segmented: string, id: string): string {
  const cut = escapeHtml(segmented);
  if (cut === '') return '';
  return `<${name}${id === '' ? '' : ` id="${escapeHtml(id)}"`}>${cut}</${name}>`;
}
