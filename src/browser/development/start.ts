/** What development adds to every page; a build has none of it. */
import { showDiagnostics } from './diagnostics-bar.ts';
import { reloadInPlace, restorePlace } from './place.ts';

const address = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}@garden/events`;
/** Digest of the page that is shown; '' of one that says why there is none. */
const shown = document.querySelector<HTMLElement>('script[data-page]')?.dataset['page'] ?? '';
let events: EventSource | undefined;

restorePlace();
void showDiagnostics();
listen();
// Browsers keep few connections to a server: with many pages open, none would be left for others.
document.addEventListener('visibilitychange', () => {
  events?.close();
  if (document.visibilityState === 'hidden') return;
  listen();
  follow();
});

/** Listens to the server. When it was started again it may know other notes. */
function listen(): void {
  let isLost = false;
  events = new EventSource(address);
  events.addEventListener('change', follow);
  events.addEventListener('error', () => {
    isLost = true;
  });
  events.addEventListener('open', () => {
    if (isLost) follow();
    isLost = false;
  });
}

function follow(): void {
  void showDiagnostics();
  void reloadIfChanged();
}

/** An edit of another note that this page does not show leaves the reader alone. */
async function reloadIfChanged(): Promise<void> {
  const response = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(
    () => null,
  );
  // Without a server there is nothing to load.
  if (response === null) return;
  if (shown === '' || response.headers.get('etag') !== `"${shown}"`) reloadInPlace();
}
