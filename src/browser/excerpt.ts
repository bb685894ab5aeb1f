/** The part of a page that a preview shows. */
import { withoutScripts } from './fetch-page.ts';
import { loadStylesheet } from './stylesheet.ts';

/** Most elements of an excerpt. */
const maxParts = 14;

function section(heading: Element): Node[] {
  const depth = Number(heading.tagName.slice(1));
  const parts: Node[] = [heading.cloneNode(true)];
  for (
    let next = heading.nextElementSibling;
    next && parts.length < maxParts;
    next = next.nextElementSibling
  ) {
    if (/^H[1-6]$/.test(next.tagName) && Number(next.tagName.slice(1)) <= depth) break;
    parts.push(next.cloneNode(true));
  }
  return parts;
}

function target(page: Document, id: string): Node[] {
  const found = page.getElementById(id);
  if (!found) return top(page);
  const block = found.closest('.block');
  if (block && block !== found) return target(page, block.id);
  if (/^H[1-6]$/.test(found.tagName)) return section(found);
  if (block) {
    const list = page.createElement('ul');
    list.className = 'outline';
    list.append(found.cloneNode(true));
    return [list];
  }
  return found.matches('li') ? [...found.cloneNode(true).childNodes] : [found.cloneNode(true)];
}

function top(page: Document): Node[] {
  const title = page.querySelector('main h1')?.cloneNode(true);
  const body = page.querySelector('main .prose, main .provisional');
  const parts = body
    ? [...body.children].slice(0, maxParts).map((part) => part.cloneNode(true))
    : [];
  const lead = body?.matches('.provisional') ? [body.cloneNode(true)] : parts;
  const links = body?.matches('.provisional') ? page.querySelector('main .backlinks') : null;
  return [...(title ? [title] : []), ...lead, ...(links ? [links.cloneNode(true)] : [])];
}

/** What `id` names on `page`: a section, a block, a footnote; the beginning for ''. Null if empty. */
export function excerptOf(page: Document, id: string): HTMLElement | null {
  const parts = id === '' ? top(page) : target(page, id);
  if (parts.length === 0) return null;
  const excerpt = document.createElement('div');
  excerpt.className = 'prose';
  excerpt.append(...parts);
  withoutScripts(excerpt);
  for (const control of excerpt.querySelectorAll(
    '.heading-anchor, .data-footnote-backref, .block-link',
  )) {
    control.remove();
  }
  // The styles of a drawing depend on its ids, which are the same only for the same drawing.
  for (const part of excerpt.querySelectorAll('[id]:not(svg, svg *)')) part.removeAttribute('id');
  for (const link of excerpt.querySelectorAll('a, button, summary, [tabindex]'))
    link.setAttribute('tabindex', '-1');
  return excerpt;
}

/** Loads the stylesheets of `page` that this page lacks, such as that for formulas, and lets these have their fonts. */
export function adoptStyles(page: Document): void {
  // They may be in view before the reader does anything that `late-formulas.ts` waits for.
  if (page.querySelector('.katex')) document.querySelector('style[data-late-formulas]')?.remove();
  for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const address = new URL(sheet.getAttribute('href') ?? '', location.href);
    if (address.origin === location.origin) {
      void loadStylesheet(address.href.slice(address.origin.length));
    }
  }
}
