/** Shows only one block of an outline, below the path to it, as Logseq zooms into a block. */

import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import style from '../site/styles/focus.css?url';
import { element } from './element.ts';
import { fragmentOf } from './link.ts';
import { opensElsewhere } from './modifier-keys.ts';
import { shownLanguage } from './shown-language.ts';
import { loadStylesheet } from './stylesheet.ts';

/** Most characters of a block's name in the path. */
const maxNameLength = 48;

function addressOf(id: string): string {
  const address = new URL(location.href);
  address.searchParams.delete('block');
  address.hash = '';
  if (id !== '') address.searchParams.set('block', id);
  return address.href;
}

function nameOf(block: Element): string {
  const content = block.querySelector(':scope > .block-content');
  const line = content?.firstElementChild?.cloneNode(true) as Element | undefined;
  for (const part of line?.querySelectorAll('.heading-anchor, .katex-html, .block-link') ?? []) {
    part.remove();
  }
  const text = line?.textContent?.trim() ?? '';
  return text.length > maxNameLength ? `${text.slice(0, maxNameLength).trimEnd()}…` : text;
}

/** The elements around a block up to the article, innermost first. */
function ancestorsOf(block: Element, prose: Element): Element[] {
  const ancestors: Element[] = [];
  for (let box = block.parentElement; box; box = box.parentElement) {
    ancestors.push(box);
    if (box === prose) break;
  }
  return ancestors;
}

function pathTo(ancestors: readonly Element[]): HTMLElement {
  const text = lookup(actionTexts, shownLanguage());
  const title = document.querySelector('main h1')?.textContent?.trim() ?? '';
  const blocks = ancestors.filter((box) => box.matches('.block')).reverse();
  const steps = [['', title] as const, ...blocks.map((box) => [box.id, nameOf(box)] as const)];
  const links = steps.map(([id, name]) => {
    const link = element('a', { href: addressOf(id) }, name);
    link.addEventListener('click', (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      focusOn(id);
    });
    return element('li', {}, link);
  });
  return element(
    'nav',
    { className: 'focus-path', ariaLabel: text('blockPath') },
    element('ol', {}, ...links),
  );
}

function clear(): void {
  document.querySelector('.focus-path')?.remove();
  for (const box of document.querySelectorAll('.focus-way, .in-focus')) {
    box.classList.remove('focus-way', 'in-focus');
  }
}

function show(block: Element, prose: Element): void {
  const ancestors = ancestorsOf(block, prose);
  for (const box of ancestors) {
    box.classList.add('focus-way');
    if (box instanceof HTMLDetailsElement) box.open = true;
  }
  block.classList.add('in-focus');
  const fold = block.querySelector<HTMLDetailsElement>(':scope > .block-fold');
  if (fold) fold.open = true;
  prose.prepend(pathTo(ancestors));
}

function showAddress(): void {
  clear();
  const id = new URLSearchParams(location.search).get('block');
  const block = id === null ? null : document.getElementById(id);
  const prose = block?.closest('main .prose');
  if (block && prose) show(block, prose);
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('popstate', showAddress);
  document.addEventListener('keydown', (event) => {
    const isFree = !document.querySelector('dialog[open], .preview');
    if (event.key === 'Escape' && isFree && document.querySelector('.in-focus')) focusOn('');
  });
  // A link to what is hidden now shows the whole note again.
  addEventListener('hashchange', () => {
    const target = document.getElementById(fragmentOf(location));
    if (!target?.closest('.prose') || target.closest('.in-focus')) return;
    clear();
    target.scrollIntoView();
  });
}

/** Shows only the block that `?block=` names, now and whenever the address changes. */
export async function startFocus(): Promise<void> {
  await loadStylesheet(style);
  listen();
  showAddress();
}

/** Shows only the block with this id; '' shows the whole note and scrolls to the block. */
export function focusOn(id: string): void {
  const before = document.querySelector('.in-focus');
  history.pushState(null, '', addressOf(id));
  showAddress();
  const path = document.querySelector('.focus-path');
  if (path) path.scrollIntoView({ block: 'nearest' });
  else before?.scrollIntoView({ block: 'center' });
  path?.querySelector<HTMLElement>('li:last-child a')?.focus({ preventScroll: true });
}
