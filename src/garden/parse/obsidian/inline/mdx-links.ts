/** References to notes and files that the elements and the code of an MDX note name. */

import { escapeHtml } from '../../../escape.ts';
import type { MdxAttribute, MdxPart } from '../../../mdx-part.ts';
import { addHtmlLinks, addShownNames } from '../../html/html-references.ts';
import { type ObsidianDraft, positionOf } from '../obsidian-draft.ts';

/**
 * The part with the references that its attributes name, as those of an HTML element. Names in its code
 * are no references, but are looked up, so that no private note is named.
 */
export function withPartLinks(part: MdxPart, draft: ObsidianDraft): MdxPart {
  const place = () => positionOf(part);
  const code = [part.code, ...part.attributes.map((attribute) => attribute.code)].join('\n');
  addShownNames(code, draft, place);
  const links = part.attributes.flatMap((attribute) => {
    return addHtmlLinks(htmlOf(part.name, attribute), draft, place);
  });
  return links.length === 0 ? part : { ...part, data: { ...part.data, links } };
}

/** Elements that have an attribute of this name, for components, which may have any. */
const elements: ReadonlyMap<string, string> = new Map([
  ['href', 'a'],
  ['poster', 'video'],
  ['src', 'img'],
  ['srcset', 'img'],
]);

function htmlOf(element: string, { name, value }: MdxAttribute): string {
  if (typeof value !== 'string') return '';
  const isComponent = !/^[a-z][a-z0-9]*$/u.test(element);
  // A component may link to a page of the site by its address.
  const isPage = isComponent && /^\/(?:[^.]*\/)?[^.]*$/u.test(value);
  const tag = isComponent ? elements.get(name.toLowerCase()) : element;
  if (tag === undefined || isPage) return escapeHtml(value);
  return `<${tag} ${name.toLowerCase()}="${escapeHtml(value)}">`;
}
