/** What development adds to every page; a build has none of it. */
import { showDiagnostics } from './diagnostics-bar.ts';
import { reloadInPlace, restorePlace } from './place.ts';

restorePlace();
void showDiagnostics();
const shown = mainOf(location.href);

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const events = new EventSource(`${base}@garden/events`);
events.addEventListener('records', () => {
  void showDiagnostics();
  void reloadIfChanged();
});
events.addEventListener('reload', reloadInPlace);
let isLost = false;
events.addEventListener('error', () => {
  isLost = true;
});
// A server that was stopped and started again may know other notes.
events.addEventListener('open', () => {
  if (isLost) void reloadIfChanged();
  isLost = false;
});

/** An edit of another note that this page does not show leaves the reader alone. */
async function reloadIfChanged(): Promise<void> {
  const before = await shown;
  const after = await mainOf(location.href);
  if (before === null || before !== after) reloadInPlace();
}

/** What the server sends as the page without its head, or null where it cannot be had. */
async function mainOf(address: string): Promise<string | null> {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) return null;
  const text = await response.text();
  return text.slice(text.indexOf('<body'));
}
