/** Cuts from a page what a preview or a pane shows. */
import { bringStylesheet } from './stylesheet.ts';

const limit = 14;

function section(heading: Element): Node[] {
  const depth = Number(heading.tagName.slice(1));
  const parts: Node[] = [heading.cloneNode(true)];
  for (
    let next = heading.nextElementSibling;
    next && parts.length < limit;
    next = next.nextElementSibling
  ) {
    if (/^H[1-6]$/.test(next.tagName) && Number(next.tagName.slice(1)) <= depth) break;
    parts.push(next.cloneNode(true));
  }
  return parts;
}

function place(page: Document, id: string): Node[] {
  const target = page.getElementById(id);
  if (!target) return top(page);
  if (target.closest('.block') && !target.matches('.block'))
    return place(page, target.closest('.block')?.id ?? '');
  if (/^H[1-6]$/.test(target.tagName)) return section(target);
  if (target.matches('.block')) {
    const list = page.createElement('ul');
    list.className = 'outline';
    list.append(target.cloneNode(true));
    return [list];
  }
  return target.matches('li') ? [...target.cloneNode(true).childNodes] : [target.cloneNode(true)];
}

function top(page: Document): Node[] {
  const title = page.querySelector('main h1')?.cloneNode(true);
  const body = page.querySelector('main .prose, main .provisional');
  const parts = body ? [...body.children].slice(0, limit).map((part) => part.cloneNode(true)) : [];
  const lead = body?.matches('.provisional') ? [body.cloneNode(true)] : parts;
  const links = body?.matches('.provisional') ? page.querySelector('main .backlinks') : null;
  return [...(title ? [title] : []), ...lead, ...(links ? [links.cloneNode(true)] : [])];
}

/** The part of `page` that an address names: a section, a block, a footnote; '' is its beginning. */
export function excerptOf(page: Document, id: string): HTMLElement | null {
  const parts = id === '' ? top(page) : place(page, id);
  if (parts.length === 0) return null;
  const excerpt = document.createElement('div');
  excerpt.className = 'prose';
  excerpt.append(...parts);
  for (const gone of excerpt.querySelectorAll(
    'script, .heading-anchor, .data-footnote-backref, .block-link',
  )) {
    gone.remove();
  }
  for (const part of excerpt.querySelectorAll('[id]')) part.removeAttribute('id');
  for (const link of excerpt.querySelectorAll('a, button, summary, [tabindex]'))
    link.setAttribute('tabindex', '-1');
  return excerpt;
}

/** Brings the stylesheets that `page` has and this one lacks: a page without math has none for it. */
export function adoptStyles(page: Document): void {
  for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    void bringStylesheet(sheet.getAttribute('href') ?? '');
  }
}
