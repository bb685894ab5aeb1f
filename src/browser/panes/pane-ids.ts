/** Notes side by side may use the same ids: those of each pane get a prefix. */
import { fragmentOf } from '../link.ts';

const references = ['aria-labelledby', 'aria-describedby', 'for', 'popovertarget'];

/**
 * Adds `prefix` to every id of the note and to what refers to them. The ids inside a drawing stay: its
 * styles depend on them, and they are the same only for the same drawing.
 */
export function separateIds(note: HTMLElement, prefix: string): void {
  const renamed = new Set<string>();
  for (const part of note.querySelectorAll('[id]:not(svg, svg *)')) {
    renamed.add(part.id);
    part.id = prefix + part.id;
  }
  for (const name of references) {
    for (const part of note.querySelectorAll(`[${name}]`)) {
      const ids = part.getAttribute(name)?.split(' ') ?? [];
      const now = ids.map((id) => (renamed.has(id) ? prefix + id : id));
      part.setAttribute(name, now.join(' '));
    }
  }
  for (const link of note.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const id = fragmentOf(link);
    if (renamed.has(id)) link.setAttribute('href', `#${encodeURIComponent(prefix + id)}`);
  }
}
