/** Finds a property in the text of an Obsidian note that hides the note. */
import type { Note } from '../../note.ts';
import { isAccessKey } from './access.ts';
import type { SuspectedSwitch } from './suspected-switch.ts';
import { visibilityOf } from './switch.ts';

/** `key:: value`, anywhere in a text. */
const field = /([\p{L}\p{N}_-]{1,60})[ \t]*(?:::|：：)[ \t]*([^\n\])]{0,200})/gu;

/**
 * The property that hides the note, or null. Properties at its head are read elsewhere. Parts that were
 * too large to be read may hold one, so that everything in such a note that looks like one counts.
 * `understood` are lines of properties about the access to the page, which hide nothing.
 */
export function hidingField(
  { dialect, properties, diagnostics }: Note,
  source: string,
  understood: ReadonlySet<number>,
): SuspectedSwitch | null {
  if (dialect !== 'obsidian') return null;
  const found = properties.find(({ key, value, line }) => {
    return !(understood.has(line) && isAccessKey(key)) && hides(key, value);
  });
  if (found) {
    const { key, value, line, column } = found;
    return suspected(key, String(value), line, column);
  }
  if (!diagnostics.some(({ code }) => code === 'too-large')) return null;
  for (const { 1: key = '', 2: value = '', index } of source.matchAll(field)) {
    if (!hides(key, value.trim())) continue;
    const lines = source.slice(0, index).split('\n');
    return suspected(key, value.trim(), lines.length, (lines.at(-1)?.length ?? 0) + 1);
  }
  return null;
}

function hides(key: string, value: Note['properties'][number]['value']): boolean {
  const visibility = visibilityOf(key, value);
  return visibility === 'private' || visibility === 'unclear';
}

function suspected(
  switchKey: string,
  value: string,
  line: number,
  column: number,
): SuspectedSwitch {
  return { visibility: 'unclear', switchKey, text: `${switchKey}:: ${value}`, line, column };
}
