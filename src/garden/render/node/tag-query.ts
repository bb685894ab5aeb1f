/** `{{query (all-page-tags)}}`: the pages that are tags of other pages. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { type Garden, type TagPage, wholeOf } from '../../garden.ts';
import type { PropertyValue } from '../../note.ts';
import { tagKey } from '../../tag-key.ts';
import { addressOf } from '../address.ts';
import type { RenderContext } from '../render-context.ts';
import { notSearched } from './not-searched.ts';

/** The tags that pages have in their `tags` property, by name; tags in the text do not count. */
export function tagsOfPages(context: RenderContext): Element {
  const { garden, texts } = context.rendering;
  const tags = pageTags(wholeOf(garden));
  const items = tags.map(({ name, permalink }) =>
    h('li', [h('a.note-link', { href: addressOf(garden, permalink) }, name)]),
  );
  const shown = items.length > 0 ? h('ul', items) : h('p', texts.noRows);
  return notSearched(h('div.query', { dataView: 'list' }, [shown]));
}

/** Only tags with a page of their own: a tag that names a private page has none. */
function pageTags(garden: Garden): readonly TagPage[] {
  const keys = new Set<string>();
  for (const { note } of garden.notes.values()) {
    for (const { key, value } of note.properties) {
      if (key === 'tags') for (const name of namesIn(value)) keys.add(tagKey(name));
    }
  }
  return [...garden.tags].filter(([key]) => keys.has(key)).map(([, tag]) => tag);
}

function namesIn(value: PropertyValue): readonly string[] {
  if (value !== null && typeof value === 'object') return value.flatMap(namesIn);
  return typeof value === 'string' ? [value.replace(/^#?\[\[|\]\]$/g, '')] : [];
}
