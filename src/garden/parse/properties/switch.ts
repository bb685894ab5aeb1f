/**
 * Whether a note may be published, from its own properties. Read strictly: privacy fails closed.
 * Keys: Obsidian Publish (`publish`), Digital Garden (`dg-publish`), Enveloppe (`share`), Logseq
 * (`public`); Hugo and Quartz (`draft`); `private`.
 */
import type { Note, Property, PropertyValue, Visibility } from '../../note.ts';

export type Switch = 'yes' | 'no' | 'unclear' | 'absent';

const yes = new Set(['true', 'yes', 'on']);
const no = new Set(['false', 'no', 'off', 'n', 'f', '0', 'never', 'none', 'private', 'draft']);

/**
 * Reads a value as yes or no. `null`, an empty text and `undefined` are 'absent': programs write empty
 * properties by themselves. Any other value is 'unclear'.
 */
export function readSwitch(value: PropertyValue | undefined): Switch {
  if (value === undefined || value === null) return 'absent';
  const word = Array.isArray(value) ? '?' : String(value).trim().toLowerCase();
  if (word === '') return 'absent';
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : 'unclear';
}

const opening = new Set(['publish', 'dg-publish', 'share', 'public']);
const closing = new Set(['private', 'draft', 'unlisted', 'dg-draft']);

/** Whether a property decides about publishing, and what a 'yes' means. */
export function switchDirection(key: string): 'open' | 'close' | null {
  const name = key.trim().toLowerCase().replaceAll('_', '-');
  if (opening.has(name)) return 'open';
  return closing.has(name) ? 'close' : null;
}

/**
 * The visibility that one property asks for. An opening switch publishes on a clear yes and hides on
 * a no; a closing one hides on a yes and never publishes.
 */
export function visibilityOf(key: string, value: PropertyValue): Visibility {
  const direction = switchDirection(key);
  const state = readSwitch(value);
  if (direction === null || state === 'absent') return 'unset';
  if (state === 'unclear') return 'unclear';
  if (direction === 'open') return state === 'yes' ? 'public' : 'private';
  return state === 'no' ? 'unset' : 'private';
}

/** The visibility that a note's switches ask for, and the key of the deciding property. */
export type SwitchReading = Pick<Note, 'visibility' | 'switchKey'>;

/** The reading that decides among several: one that hides is enough. */
export function combineSwitches(readings: readonly SwitchReading[]): SwitchReading {
  for (const visibility of ['private', 'unreadable', 'unclear', 'public'] as const) {
    const found = readings.find((reading) => reading.visibility === visibility);
    if (found) return found;
  }
  return { visibility: 'unset', switchKey: '' };
}

/** Whether a property asks for publishing, or may have been meant to. */
export function asksToBePublished(properties: readonly Property[]): boolean {
  return properties.some(({ key, value }) => {
    if (switchDirection(key) !== 'open') return false;
    const state = readSwitch(value);
    return state === 'yes' || state === 'unclear';
  });
}

const anySwitch =
  /(?:^|[^\p{L}\p{N}])(?:publish|public|share|private|draft|unlisted)(?:[^\p{L}\p{N}]|$)/iu;

/** Whether properties that do not parse may contain a switch: then the note is private. */
export function mayHoldSwitch(source: string): boolean {
  return anySwitch.test(source);
}
