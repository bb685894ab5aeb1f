/** The keys by which an address may name a note that is not published. */
import type { Policy } from '../../garden.ts';
import type { Note } from '../../note.ts';
import { ownAddress } from '../address/addresses.ts';
import { formerAddresses } from '../address/former/former-addresses.ts';
import { slugOf } from '../address/slug.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import { folderOf, lastSegment, nameKey, withoutNoteExtension } from '../lookup/name-key.ts';

/**
 * Names, titles, aliases, paths and would-be addresses of the notes that no reader may hear of, as keys.
 * One with a slash at its end stands for all that is below it, except what has its own key with two slashes.
 * A key that a published note has as well is left out: it leads to that note.
 */
export function unpublishedKeys(known: readonly KnownNote[], policy: Policy): readonly string[] {
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const { note, id, unlisted } of known) {
    if (id !== null) for (const key of [...namesOf(note), id].map(nameKey)) shown.add(key);
    else if (unlisted?.access.kind !== 'unlisted') {
      for (const key of addressesOf(note, policy)) hidden.add(key);
      // Whoever has the password comes by the address of its page, which its owner chose.
      if (unlisted !== undefined) shown.add(nameKey(unlisted.id));
    }
  }
  if (hidden.size === 0) return [];
  const keys = [...hidden].filter((key) => key !== '' && key !== 'index' && !shown.has(key));
  const below = [...shown].filter((key) => key.includes('/') && isBelow(key, hidden));
  return [...keys.flatMap((key) => [key, `${key}/`]), ...below.map((key) => `${key}//`)].sort();
}

function isBelow(key: string, hidden: ReadonlySet<string>): boolean {
  const folder = folderOf(key);
  return folder !== '' && (hidden.has(folder) || isBelow(folder, hidden));
}

function namesOf({ name, title, aliases, path, vault }: Note): string[] {
  const file = withoutNoteExtension(path);
  const inVault = vault === '' ? file : file.slice(vault.length + 1);
  return [name, lastSegment(name), title, ...aliases, file, inVault];
}

function addressesOf(note: Note, policy: Policy): string[] {
  const names = namesOf(note).filter((name) => name !== '');
  const fixed = note.permalink === null ? [] : [note.permalink];
  const former = formerAddresses(note, policy).map((path) => path.replace(/\.html?$/iu, ''));
  return [...names, ...names.map(slugOf), ...fixed, ownAddress(note, policy), ...former].map(
    nameKey,
  );
}
