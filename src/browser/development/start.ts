/** What development adds to every page; a build has none of it. */
import { showDiagnostics } from './diagnostics-bar.ts';
import { reloadInPlace, restorePlace } from './place.ts';

restorePlace();
void showDiagnostics();
const shown = mainOf(location.href);

import.meta.hot?.on('garden:diagnostics', () => void showDiagnostics());
import.meta.hot?.on('garden:changed', () => void reloadIfChanged());

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
