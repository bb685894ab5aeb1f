/** Shows what a locked page says in place of its form. */
import { directionOf } from '../../garden/direction.ts';
import { lockTexts } from '../../garden/interface-texts/lock-texts.ts';
import { lookup } from '../../garden/interface-texts/lookup.ts';
import type { LockedContent } from '../../garden/locked-content.ts';
import { startBullets } from '../bullets.ts';
import { trackContents } from '../contents.ts';
import { element } from '../element.ts';
import { withoutScripts } from '../fetch-page.ts';
import { fragmentOf } from '../link.ts';
import { shownLanguage } from '../shown-language.ts';
import { takeFiles } from './locked-files.ts';

/** Replaces the content of `place` by the page; `lockAgain` is called by its button. */
export function showPage(
  place: HTMLElement,
  content: LockedContent,
  key: string,
  lockAgain: () => void,
): void {
  const { title, icon, lang, classes, properties } = content;
  const text = lookup(lockTexts, shownLanguage());
  const mark = element('span', { className: 'icon', ariaHidden: 'true' }, icon);
  const heading = element('h1', { className: 'page-title', tabIndex: -1 });
  heading.append(...(icon === '' ? [] : [mark]), title);
  const lock = element('button', { type: 'button', className: 'button' }, text('lockAgain'));
  lock.lang = shownLanguage();
  lock.addEventListener('click', lockAgain);
  const put: (() => Promise<void>)[] = [];
  const parsed = (html: string) => {
    const part = partOf(html);
    put.push(takeFiles(part, content, key));
    return document.adoptNode(part);
  };
  const list = element('dl', { className: 'properties' });
  for (const { key: name, html } of properties) {
    list.append(element('dt', {}, name), element('dd', {}, parsed(html)));
  }
  const prose = element(
    'div',
    { className: ['prose', ...classes].join(' ') },
    parsed(content.html),
  );
  const head = element('header', { className: 'page-head' }, heading);
  if (properties.length > 0) head.append(list);
  const article = element('article', { lang, dir: directionOf(lang) ?? '' }, head, prose);
  place.replaceChildren(article, element('p', { className: 'locked-again' }, lock));
  place.closest('main')?.after(...contentsOf(content, text('contents')));
  document.title = `${title} · ${document.title.split(' · ').at(-1)}`;
  heading.focus({ preventScroll: true });
  for (const each of put) void each();
  startParts(place, prose);
}

/** HTML as nodes that run nothing. Formulas stay as MathML: their other form needs a style of its own. */
function partOf(html: string): DocumentFragment {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const drawn of page.querySelectorAll('.katex-html')) drawn.remove();
  const part = page.createDocumentFragment();
  part.append(...page.body.childNodes);
  return withoutScripts(part);
}

function contentsOf({ contents, lang }: LockedContent, label: string): HTMLElement[] {
  if (contents.length < 2) return [];
  const top = Math.min(...contents.map(({ depth }) => depth));
  const items = contents.map(({ fragment, depth, text }) => {
    const link = element('a', { href: `#${encodeURIComponent(fragment)}` }, text);
    link.style.setProperty('--depth', String(depth - top));
    return element('li', {}, link);
  });
  const title = element('h2', { className: 'label', lang: shownLanguage() }, label);
  const nav = element('nav', { className: 'contents', lang, ariaLabel: label });
  nav.append(title, element('ol', {}, ...items));
  return [element('aside', { className: 'rail locked-rail', ariaLabel: label }, nav)];
}

/** What other pages start when they load. */
function startParts(place: HTMLElement, prose: HTMLElement): void {
  startBullets();
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents) trackContents(contents);
  const boards = [...place.querySelectorAll<HTMLElement>('.board')];
  if (boards.length > 0) {
    void import('../board.ts').then(({ startBoard }) => {
      for (const board of boards) startBoard(board);
    });
  }
  if (prose.querySelector('.block')) {
    void import('../block-link.ts').then(({ linkBlocks }) => linkBlocks(prose));
  }
  document.getElementById(fragmentOf(location))?.scrollIntoView();
  const query = new URLSearchParams(location.search).get('q');
  if (query) void import('../search/mark-page.ts').then(({ markPage }) => markPage(query));
}
