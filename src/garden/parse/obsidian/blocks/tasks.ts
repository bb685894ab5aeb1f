/** Task items: `- [ ]`, `- [x]`, `- [?]`, with the dates and priorities of the Tasks plugin. */
import type { ListItem } from 'mdast';
import type { Task } from '../../../note.ts';
import { isEscaped, piece } from '../../markdown/text.ts';

const box = /^\[(.)\](?:\s+|$)/u;

/**
 * The character in an item's check box, or null when it has none. Boxes that GFM does not know are
 * removed from the text.
 */
export function takeMarker(item: ListItem, source: string): string | null {
  const first = item.children[0];
  if (typeof item.checked === 'boolean') {
    const start = first?.position?.start.offset ?? 0;
    const written = /\[(.)\]\s*$/u.exec(source.slice(item.position?.start.offset ?? 0, start));
    return written?.[1] ?? (item.checked ? 'x' : ' ');
  }
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return null;
  const match = box.exec(text.value);
  if (!match || isEscaped(text, 0)) return null;
  const rest =
    text.value.length > match[0].length ? [piece(text, match[0].length, text.value.length)] : [];
  first.children = [...rest, ...first.children.slice(1)];
  return match[1] ?? ' ';
}

const priorities = { A: /[🔺⏫]/u, B: /🔼/u, C: /[🔽⏬]/u } as const;

/** Reads a task from its marker and text. Dates: `📅 2026-05-01` is due, `⏳ 2026-05-01` scheduled. */
export function readTask(marker: string, text: string): Task {
  const priority = (['A', 'B', 'C'] as const).find((name) => priorities[name].test(text));
  return {
    marker,
    done: /^[xX-]$/u.test(marker),
    priority: priority ?? null,
    scheduled: dateAfter(text, '⏳|⌛|scheduled::'),
    deadline: dateAfter(text, '📅|📆|🗓|due::'),
  };
}

function dateAfter(text: string, sign: string): string {
  return new RegExp(`(?:${sign})\\uFE0F?\\s*(\\d{4}-\\d{2}-\\d{2})`, 'u').exec(text)?.[1] ?? '';
}
