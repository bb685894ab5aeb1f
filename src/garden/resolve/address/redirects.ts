/** Redirects from other addresses of notes: former ones, aliases, names of notes with a fixed permalink. */
import { compareText } from '../../diagnostic.ts';
import type { Policy } from '../../garden.ts';
import type { Note } from '../../note.ts';
import type { AddressBook } from './address-book.ts';
import { ownAddress, slugFor } from './addresses.ts';
import { formerAddresses } from './former/former-addresses.ts';

/**
 * Former addresses, addresses of aliases, and of notes whose author fixed another one, where nothing else is
 * served. `notes` come in order of path; the first to claim an address has it.
 */
export function collectRedirects(
  notes: readonly { readonly id: string; readonly note: Note }[],
  book: AddressBook,
  policy: Policy,
): ReadonlyMap<string, string> {
  const redirects = new Map<string, string>();
  const add = (from: string, id: string): void => {
    const taken = book.takeFirst([from], id);
    if (taken !== null) redirects.set(`/${taken}/`, `/${id}/`);
  };
  for (const { id, note } of notes) if (note.permalink) add(ownAddress(note, policy), id);
  for (const { id, note } of notes) {
    for (const address of formerAddresses(note, policy)) add(address, id);
  }
  for (const { id, note } of notes) {
    for (const alias of note.aliases) add(slugFor(note, policy)(alias), id);
  }
  return new Map([...redirects].sort(([a], [b]) => compareText(a, b)));
}
