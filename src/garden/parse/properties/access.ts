/**
 * How a published note can be reached, as its own properties say: `unlisted: true`, `password: NAME`.
 * Only these keys, read as properties, open a page to those who know its address or password; every
 * other spelling is one of the switches that hide a note (`switch-words`).
 */
import type { Position } from '../../diagnostic.ts';
import type { Note, PropertyValue } from '../../note.ts';
import type { Access } from '../../publishing.ts';
import { headOf } from './note-head.ts';
import { readSwitch } from './switch.ts';

interface WrittenProperty extends Position {
  readonly key: string;
  readonly value: PropertyValue;
}

/** What one property says: an access, 'unclear' where it cannot be read, null where it says nothing. */
type AccessValue = Access | 'unclear' | null;

const passwordName = /^[a-z][a-z0-9_-]{0,63}$/i;

/**
 * What a property says about access. A name of a password consists of Latin letters, digits, '-' and
 * '_'. An empty `password` is unclear: who writes the key wants protection.
 */
export function accessOf({ key, value }: Omit<WrittenProperty, keyof Position>): AccessValue {
  const name = key.toLowerCase();
  const state = readSwitch(value);
  if (name === 'unlisted') {
    if (state === 'unclear') return 'unclear';
    return state === 'yes' ? { kind: 'unlisted' } : null;
  }
  if (name !== 'password' || state === 'no') return null;
  const isName = state === 'unclear' && typeof value === 'string' && passwordName.test(value);
  return isName ? { kind: 'password', name: value.toLowerCase(), title: '' } : 'unclear';
}

/** The access that a note's properties ask for; null where it is listed. A password goes before all else. */
export function readAccess(properties: readonly WrittenProperty[]): Access | null {
  const found = properties
    .map(accessOf)
    .filter((access) => access !== null && access !== 'unclear');
  const named = found.find(({ kind }) => kind === 'password');
  if (named?.kind === 'password') return { ...named, title: passwordTitle(properties) };
  return found[0] ?? null;
}

const titleKey = 'password-title';

function passwordTitle(properties: readonly WrittenProperty[]): string {
  const value = properties.find(({ key }) => key.toLowerCase() === titleKey)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Whether a property is about the access to the page, and not shown on it. */
export function isAccessKey(key: string): boolean {
  return ['unlisted', 'password', titleKey].includes(key.toLowerCase());
}

/** Message and hint for a property whose access is unclear. The value is not repeated: it may be a secret. */
export function unclearAccess(key: string): { readonly message: string; readonly hint: string } {
  if (key.toLowerCase() === 'unlisted') {
    return {
      message: `“${key}” must be true or false, so the note is not published.`,
      hint: `Write “${key}: true” or remove it.`,
    };
  }
  return {
    message: `“${key}” must be the name of a password, so the note is not published.`,
    hint: 'Write a name of letters and digits such as “family”; the password is in the environment.',
  };
}

/**
 * The lines of the properties that were read as the note's access: they are no suspected switches. A
 * field in the text of an Obsidian note is none of them.
 */
export function accessLines(note: Note, source: string): ReadonlySet<number> {
  if (note.access === undefined) return new Set();
  const isObsidian = note.dialect === 'obsidian';
  const end = isObsidian ? (headOf(source, 'obsidian').front.at(-1)?.line ?? 0) : Infinity;
  const own = note.properties.filter(({ key, line }) => isAccessKey(key) && line <= end);
  return new Set(own.map(({ line }) => line));
}
