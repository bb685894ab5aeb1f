/** Runs on every page: what is small stays here, what is large is fetched when a reader needs it. */
import { choice } from './choices.ts';
import { followContents } from './follow.ts';
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
    const link =
      event.target instanceof Element ? event.target.closest('main a[href], .rail a[href]') : null;
    if (!link) return;
    document.removeEventListener('pointerover', load);
    document.removeEventListener('focusin', load);
    void import('./previews.ts').then(({ startPreviews }) => startPreviews(event));
  };
  document.addEventListener('pointerover', load);
  document.addEventListener('focusin', load);
}

const language = choice('ui');
if (language && language !== document.documentElement.dataset.ui) {
  void import('./language.ts').then(({ showLanguage }) => showLanguage(language));
}
for (const settings of document.querySelectorAll<HTMLElement>('.settings')) settings.hidden = false;
startShortcuts();
startPlaces();
awaitPreviews();

const contents = document.querySelector<HTMLElement>('.contents');
if (contents) followContents(contents);
if (wide.matches) startExplorer();
else
  document.querySelector('#site-sheet')?.addEventListener('toggle', startExplorer, { once: true });
const near = document.querySelector<HTMLElement>('.near-graph');
if (near && wide.matches) {
  addEventListener(
    'load',
    () => void import('./graph/near.ts').then(({ startNear }) => startNear(near)),
  );
}
if (wide.matches && document.querySelector('.footnotes')) {
  void import('./footnotes.ts').then(({ setAside }) => setAside());
}
