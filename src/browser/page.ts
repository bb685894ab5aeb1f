/** Runs on every page. Larger scripts are loaded when a reader needs them. */
import { awaitClicks } from './await-clicks.ts';
import { startBullets } from './bullets.ts';
import { trackContents } from './contents.ts';
import { startFragments } from './fragments.ts';
import { awaitFormulas } from './late-formulas.ts';
import { linkIn } from './link.ts';
import { onFirst } from './on-first.ts';
import { preference } from './preferences.ts';
import { startSearch } from './search/start.ts';
import { startShortcuts } from './shortcuts.ts';

const wide = matchMedia('(min-width: 75rem)');

function startExplorer(): void {
  const nav = document.querySelector<HTMLElement>('.explorer');
  if (nav) void import('./explorer.ts').then((explorer) => explorer.startExplorer(nav));
}

function awaitPreviews(): void {
  if (preference('previews') === 'off') return;
  onFirst(
    (target) => linkIn(target, 'main, .pane, .rail') !== null,
    (event) => void import('./previews.ts').then(({ startPreviews }) => startPreviews(event)),
  );
}

function awaitCode(): void {
  if (!document.querySelector('pre.shiki')) return;
  onFirst(
    (target) => target instanceof Element && target.closest('pre.shiki') !== null,
    (event) => void import('./copy-code.ts').then(({ startCopyCode }) => startCopyCode(event)),
  );
}

/** Boards are readable without a script; with it they fit the page. */
function startBoards(): void {
  const boards = [...document.querySelectorAll<HTMLElement>('.board')];
  if (boards.length === 0) return;
  void import('./board.ts').then(({ startBoard }) => {
    for (const board of boards) startBoard(board);
  });
}

/** Long lists of references can be filtered. */
function awaitReferenceFilter(): void {
  const forms = [...document.querySelectorAll<HTMLElement>('.reference-filter')];
  if (forms.length === 0) return;
  for (const form of forms) form.hidden = false;
  onFirst(
    (target) => target instanceof Element && target.closest('.reference-filter') !== null,
    () =>
      void import('./reference-filter.ts').then(({ startReferenceFilter }) => {
        for (const form of forms) startReferenceFilter(form);
      }),
  );
}

/** Lists of all notes and of folders can be filtered, and seen as a table. */
function awaitNoteFilter(): void {
  const form = document.querySelector<HTMLElement>('.note-filter');
  if (!form) return;
  delete form.dataset['awaitsScript'];
  const start = () =>
    void import('./note-filter.ts').then(({ startNoteFilter }) => startNoteFilter(form));
  // A browser that comes back to a page fills in what was typed.
  const isUsed = form.querySelector('input')?.value !== '' || preference('notes-table') === 'on';
  if (isUsed) start();
  else onFirst((target) => target instanceof Node && form.contains(target), start);
}

/** The page of recent changes says what is new to this reader. */
function startSinceVisit(): void {
  const summary = document.querySelector<HTMLElement>('[data-since-visit]');
  const main = summary?.closest('main');
  if (!summary || !main) return;
  void import('./since-visit.ts').then(({ markSinceVisit }) => {
    void markSinceVisit(main, summary, Date.now());
  });
}

/**
 * What a reader has read is marked, and what was begun is offered on the home page. A reader who has
 * kept nothing needs none of that before the first scrolling.
 */
function awaitReading(): void {
  const home = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const button = document.querySelector<HTMLElement>('[data-reading-mark]');
  const hasPlace = button ?? document.querySelector('main .note-list');
  if (location.pathname !== home && !hasPlace) return;
  let started: Promise<void> | undefined;
  const start = () => {
    started ??= import('./reading/start.ts').then(({ startReading }) => {
      button?.removeEventListener('click', repeat);
      startReading(home);
    });
    return started;
  };
  const repeat = () => void start().then(() => button?.click());
  button?.addEventListener('click', repeat);
  if (preference('reading') !== null) void start();
  else if (button) {
    button.hidden = false;
    addEventListener('scroll', () => void start(), { once: true, passive: true });
  }
}

function startOffline(): void {
  if (!document.documentElement.dataset.offline || !('serviceWorker' in navigator)) return;
  addEventListener(
    'load',
    () => void import('./offline/start.ts').then(({ startKeeping }) => startKeeping()),
  );
}

function showChosenLanguage(): void {
  const language = preference('ui');
  if (!language || language === document.documentElement.dataset.ui) return;
  void import('./language.ts').then(({ showLanguage }) => showLanguage(language));
}

function startContents(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  if (contents) trackContents(contents);
}

function showSettings(): void {
  for (const part of document.querySelectorAll<HTMLElement>('.settings')) part.hidden = false;
}

/** On narrow screens the explorer loads when the menu opens. */
function awaitExplorer(): void {
  const menu = document.querySelector('#page-menu');
  if (wide.matches) startExplorer();
  else menu?.addEventListener('toggle', startExplorer, { once: true });
}

/** Footnotes move into the margin, unless panes are there. */
function startMargin(): void {
  const areNamed = new URLSearchParams(location.search).has('pane');
  const panes = wide.matches && (preference('panes') === 'on' || areNamed);
  if (panes) void import('./panes/panes.ts').then(({ startPanes }) => startPanes());
  if (!wide.matches || panes || !document.querySelector('.footnotes')) return;
  void import('./footnotes.ts').then(({ moveToMargin }) => moveToMargin());
}

function awaitComments(): void {
  const comments = document.querySelector<HTMLElement>('.comments');
  if (!comments) return;
  void import('./comments.ts').then(({ loadCommentsWhenNear }) => loadCommentsWhenNear(comments));
}

/** Old links to a graph that Logseq published lead to its pages. */
function followGraphAddress(): void {
  const { hash } = location;
  if (!hash.startsWith('#/page/')) return;
  void import('./graph-address.ts').then(({ followFragment }) => followFragment(hash));
}

const parts = [
  followGraphAddress,
  startOffline,
  showChosenLanguage,
  showSettings,
  startSearch,
  startShortcuts,
  startFragments,
  startBullets,
  awaitPreviews,
  awaitCode,
  awaitFormulas,
  awaitClicks,
  startBoards,
  startContents,
  awaitReferenceFilter,
  awaitNoteFilter,
  startSinceVisit,
  awaitReading,
  awaitExplorer,
  startMargin,
  awaitComments,
];
for (const start of parts) {
  // One part that fails must not stop the others.
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}
