/** Runs on every page. Larger scripts are loaded when a reader needs them. */
import { startBullets } from './bullets.ts';
import { trackContents } from './contents.ts';
import { startFragments } from './fragments.ts';
import { linkIn } from './link.ts';
import { preference } from './preferences.ts';
import { startShortcuts } from './shortcuts.ts';

const wide = matchMedia('(min-width: 75rem)');

function startExplorer(): void {
  const nav = document.querySelector<HTMLElement>('.explorer');
  if (nav) void import('./explorer.ts').then((explorer) => explorer.startExplorer(nav));
}

/** Starts something with the first wanted element that is touched, hovered or focused. */
function onFirst(isWanted: (target: EventTarget | null) => boolean, start: (event: Event) => void) {
  const load = (event: Event) => {
    if (!isWanted(event.target)) return;
    document.removeEventListener('pointerover', load);
    document.removeEventListener('focusin', load);
    start(event);
  };
  document.addEventListener('pointerover', load);
  document.addEventListener('focusin', load);
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

/** The link to a drawing or picture works without scripts; with them it opens in a dialog. */
function awaitZoom(): void {
  document.addEventListener('click', (event) => {
    const opener =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('.diagram-enlarge, a.picture')
        : null;
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
      return;
    event.preventDefault();
    if (opener instanceof HTMLAnchorElement && opener.matches('.picture')) {
      void import('./diagram/picture-zoom.ts').then(({ openPicture }) => openPicture(opener));
    } else void import('./diagram/zoom.ts').then(({ openZoom }) => openZoom(opener));
  });
}

/** The link to a video opens its player in the page, unless a modifier key is held. */
function awaitVideos(): void {
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

/** Boards are readable without a script; with it they fit the page. */
function startBoards(): void {
  const boards = [...document.querySelectorAll<HTMLElement>('.board')];
  if (boards.length === 0) return;
  void import('./board.ts').then(({ startBoard }) => {
    for (const board of boards) startBoard(board);
  });
}

/** Long lists of references can be filtered, and unfold in place. */
function startReferences(): void {
  const sections = [...document.querySelectorAll<HTMLElement>('.references')].filter((section) =>
    section.querySelector('.reference-filter, .all-references'),
  );
  if (sections.length === 0) return;
  void import('./reference-filter.ts').then(({ startReferenceFilter, showAll }) => {
    for (const section of sections) {
      startReferenceFilter(section);
      const link = section.querySelector<HTMLAnchorElement>('.all-references a');
      link?.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        showAll(section).catch(() => location.assign(link.href));
      });
    }
  });
}

/** Lists of all notes and of folders can be filtered, and seen as a table. */
function startNoteFilter(): void {
  const form = document.querySelector<HTMLElement>('.note-filter');
  if (form) void import('./note-filter.ts').then((filter) => filter.startNoteFilter(form));
}

/** The page of recent changes says what is new to this reader. */
function startSinceVisit(): void {
  const summary = document.querySelector<HTMLElement>('[data-since-visit]');
  const main = summary?.closest('main');
  if (!summary || !main) return;
  void import('./since-visit.ts').then(({ markSinceVisit }) => {
    markSinceVisit(main, summary, Date.now());
  });
}

/** What a reader has read is marked, and what was begun is offered on the home page. */
function startReading(): void {
  const home = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const places = '[data-reading-mark], main .note-list';
  if (location.pathname !== home && !document.querySelector(places)) return;
  void import('./reading/start.ts').then((reading) => reading.startReading(home));
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

/** Resolves once the right margin has its content. */
async function fillMargin(): Promise<void> {
  const near = document.querySelector<HTMLElement>('.near-graph');
  if (!near || !wide.matches) return;
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const { startNear } = await import('./graph/near.ts');
  await startNear(near);
}

/** Footnotes move into the margin, unless panes are there. */
function startMargin(): void {
  const areNamed = new URLSearchParams(location.search).has('pane');
  const panes = wide.matches && (preference('panes') === 'on' || areNamed);
  if (panes) void import('./panes/panes.ts').then(({ startPanes }) => startPanes());
  const margin = fillMargin();
  if (!wide.matches || panes || !document.querySelector('.footnotes')) return;
  const load = () => import('./footnotes.ts').then(({ moveToMargin }) => moveToMargin());
  void margin.then(load, load);
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
  startShortcuts,
  startFragments,
  startBullets,
  awaitPreviews,
  awaitCode,
  awaitZoom,
  awaitVideos,
  startBoards,
  startContents,
  startReferences,
  startNoteFilter,
  startSinceVisit,
  startReading,
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
