/** Runs on every page: what is small stays here, what is large is fetched when a reader needs it. */
import { startBullets } from './bullets.ts';
import { choice } from './choices.ts';
import { followContents } from './follow.ts';
import { linkIn } from './link.ts';
import { startPlaces } from './places.ts';
import { startShortcuts } from './shortcuts.ts';

const wide = matchMedia('(min-width: 75rem)');

function startExplorer(): void {
  const nav = document.querySelector<HTMLElement>('.explorer');
  if (nav) void import('./explorer.ts').then((explorer) => explorer.startExplorer(nav));
}

/** Previews come with the first link a reader rests on. */
function awaitPreviews(): void {
  if (choice('previews') === 'off') return;
  const load = (event: Event) => {
    if (!linkIn(event.target, 'main, .rail')) return;
    document.removeEventListener('pointerover', load);
    document.removeEventListener('focusin', load);
    void import('./previews.ts').then(({ startPreviews }) => startPreviews(event));
  };
  document.addEventListener('pointerover', load);
  document.addEventListener('focusin', load);
}

/** The link to a drawing works by itself; with a script it opens here. */
function awaitZoom(): void {
  document.addEventListener('click', (event) => {
    const opener =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('.diagram-enlarge')
        : null;
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import('./diagram/zoom.ts').then(({ openZoom }) => openZoom(opener));
  });
}

/** A film's link opens its player in the page; with a key held it is a link like any other. */
function awaitFilms(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.media') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    void import('./media/play.ts').then(({ play }) => {
      if (!play(link)) location.assign(link.href);
    });
  });
}

if (document.documentElement.dataset.offline && 'serviceWorker' in navigator) {
  addEventListener(
    'load',
    () => void import('./offline/start.ts').then(({ startKeeping }) => startKeeping()),
  );
}

const language = choice('ui');
if (language && language !== document.documentElement.dataset.ui) {
  void import('./language.ts').then(({ showLanguage }) => showLanguage(language));
}
for (const settings of document.querySelectorAll<HTMLElement>('.settings')) settings.hidden = false;
startShortcuts();
startPlaces();
startBullets();
awaitPreviews();
awaitZoom();
awaitFilms();

const contents = document.querySelector<HTMLElement>('.contents');
if (contents) followContents(contents);
if (wide.matches) startExplorer();
else
  document.querySelector('#page-menu')?.addEventListener('toggle', startExplorer, { once: true });
const near = document.querySelector<HTMLElement>('.near-graph');
/** Resolves when the margin holds what it will hold. */
async function fillMargin(): Promise<void> {
  if (!near || !wide.matches) return;
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const { startNear } = await import('./graph/near.ts');
  await startNear(near);
}
const margin = fillMargin();
const comments = document.querySelector<HTMLElement>('.comments');
if (comments)
  void import('./comments.ts').then(({ loadCommentsWhenNear }) => loadCommentsWhenNear(comments));
const panes = wide.matches && choice('panes') === 'on';
if (panes) void import('./panes.ts').then(({ startPanes }) => startPanes());
if (wide.matches && !panes && document.querySelector('.footnotes')) {
  const load = () => import('./footnotes.ts').then(({ setAside }) => setAside());
  void margin.then(load, load);
}
