/** A note in a pane: its head, its content and, while it is folded, its spine. */
import { actionTexts } from '../../garden/interface-texts/action-texts.ts';
import { lookup } from '../../garden/interface-texts/lookup.ts';
import { element } from '../element.ts';
import { withoutScripts } from '../fetch-page.ts';
import { shownLanguage } from '../shown-language.ts';
import { separateIds } from './pane-ids.ts';

/** Pages whose content works only with a script of their own. */
const scripted =
  'main :is(.garden-graph, [data-search-page], [data-locked-page], [data-page-script])';
let made = 0;

/** The content of another page, without its scripts; null for one that works only as a page. */
function noteOf(page: Document): HTMLElement | null {
  const main = page.querySelector('main');
  if (!main || page.querySelector(scripted)) return null;
  const note = element('div', { className: 'pane-note' });
  withoutScripts(main);
  note.append(...[...main.children].map((part) => document.importNode(part, true)));
  return note;
}

/** Landmarks of a note are groups inside of its pane: the page around it has them already. */
function groupLandmarks(note: HTMLElement): void {
  for (const part of note.querySelectorAll('nav, aside, section')) {
    const group = part.matches('section') ? part : element('div');
    for (const name of part.getAttributeNames()) {
      group.setAttribute(name, part.getAttribute(name) ?? '');
    }
    group.setAttribute('role', 'group');
    if (group === part) continue;
    group.append(...part.childNodes);
    part.replaceWith(group);
  }
}

/** A pane with the content of `page`, or null for a page that cannot be one. `close` is what × does. */
export function paneOf(
  page: Document,
  address: URL,
  close: (pane: HTMLElement) => void,
): HTMLElement | null {
  const note = noteOf(page);
  if (!note) return null;
  const title = page.querySelector('h1')?.textContent.trim() ?? address.pathname;
  const button = element('button', { className: 'pane-close', type: 'button', textContent: '×' });
  button.ariaLabel = `${lookup(actionTexts, shownLanguage())('closePane')}: ${title}`;
  const open = element('a', { href: address.href, className: 'pane-title' }, title);
  const pane = element(
    'section',
    { className: 'pane', lang: page.documentElement.lang, tabIndex: -1 },
    element('div', { className: 'pane-head' }, open, button),
    note,
  );
  button.addEventListener('click', () => close(pane));
  pane.ariaLabel = title;
  pane.dataset['address'] = address.pathname;
  made += 1;
  pane.dataset['prefix'] = `pane-${made}-`;
  separateIds(note, pane.dataset['prefix']);
  groupLandmarks(note);
  return pane;
}

/** The button that unfolds a folded pane: its title, set upright. */
export function spineOf(title: string, lang: string, unfold: () => void): HTMLElement {
  const text = element('span', { className: 'spine-title', lang }, title);
  const spine = element('button', { className: 'pane-spine', type: 'button' }, text);
  spine.ariaExpanded = 'false';
  spine.addEventListener('click', unfold);
  return spine;
}
