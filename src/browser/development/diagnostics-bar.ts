/** A bar with the diagnostics of the note that is shown, for its author. */
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { ownValue } from '../../garden/own-value.ts';
import { element } from '../element.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
/** The diagnostics that the author dismissed in this tab, as they were then. */
const storageKey = 'garden-dismissed';
const barId = 'garden-diagnostics';

/** Diagnostics by address of the page, below the base. */
type Listed = Readonly<Record<string, readonly Diagnostic[]>>;

/** Shows the diagnostics of this page as they are now; none, or dismissed ones, take the bar away. */
export async function showDiagnostics(): Promise<void> {
  const response = await fetch(`${base}@garden/diagnostics.json`, { cache: 'no-store' }).catch(
    () => null,
  );
  const listed: Listed = response?.ok ? await response.json() : {};
  const address = `/${decodeURI(location.pathname).slice(base.length)}`;
  const found = ownValue(listed, address) ?? [];
  document.getElementById(barId)?.remove();
  const facts = JSON.stringify(found);
  if (found.length === 0 || sessionStorage.getItem(storageKey) === facts) return;
  document.body.append(bar(found, facts));
}

function bar(found: readonly Diagnostic[], facts: string): HTMLElement {
  const count = `${found.length} diagnostic${found.length === 1 ? '' : 's'}`;
  const dismiss = element('button', { type: 'button', textContent: '×' });
  dismiss.setAttribute('aria-label', 'Dismiss the diagnostics of this note');
  const list = element('ul', {}, ...found.map(item));
  const shown = element(
    'aside',
    { id: barId, lang: 'en', dir: 'ltr' },
    element('details', {}, element('summary', { textContent: count }), list),
    dismiss,
  );
  shown.setAttribute('aria-label', 'Diagnostics of this note');
  dismiss.addEventListener('click', () => {
    sessionStorage.setItem(storageKey, facts);
    shown.remove();
  });
  Object.assign(shown.style, {
    ...{ position: 'fixed', insetBlockEnd: '0', insetInlineStart: '0', zIndex: '50' },
    ...{ display: 'flex', gap: '.75rem', alignItems: 'flex-start', maxInlineSize: '100%' },
    ...{ maxBlockSize: '40vh', overflow: 'auto', padding: '.4rem .75rem', boxSizing: 'border-box' },
    ...{ background: 'Canvas', color: 'CanvasText', border: '1px solid GrayText' },
    font: '14px/1.5 system-ui, sans-serif',
  });
  Object.assign(list.style, { margin: '.25rem 0 0', paddingInlineStart: '1.25rem' });
  Object.assign(dismiss.style, {
    ...{ border: '0', background: 'none', color: 'inherit', font: 'inherit', cursor: 'pointer' },
    ...{ minInlineSize: '24px', minBlockSize: '24px' },
  });
  return shown;
}

function item({ path, line, column, code, message, hint }: Diagnostic): HTMLElement {
  const place = element('code', { textContent: `${path}:${line}:${column}` });
  return element('li', {}, place, ` ${code}: ${message}${hint === '' ? '' : ` ${hint}`}`);
}
