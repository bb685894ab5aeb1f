/** Whether a vault publishes by opt-in, which only its notes together can tell. */
import type { Note, Vault } from '../../../note.ts';
import { readSwitch, switchDirection } from '../../properties/switch.ts';

/**
 * How a vault publishes, from its settings and its notes' own switches:
 *
 * - Settings that cannot be read, or `.obsidian/publish.json`, mean opt-in: without a clear yes a note
 *   stays private, as in Obsidian Publish.
 * - One note that asks to be published (`publish: true`, `dg-publish: true`, `share: true`) means
 *   opt-in, too: where some are marked, the others were left out on purpose. So does a switch of this
 *   kind that cannot be read as yes or no, because it may have been meant as a yes.
 * - Otherwise nobody uses such switches, and all notes are published but those that say no
 *   (`publish: false`, `draft: true`, `private: true`).
 */
export function publishingOf(vault: Vault, notes: readonly Note[]): Vault['publishing'] {
  if (vault.publishing !== 'all') return vault.publishing;
  const own = notes.filter((note) => note.vault === vault.root && note.dialect === 'obsidian');
  return own.some(asksToBePublished) ? 'opt-in' : 'all';
}

function asksToBePublished({ properties }: Note): boolean {
  return properties.some(({ key, value }) => {
    if (switchDirection(key) !== 'open') return false;
    const state = readSwitch(value);
    return state === 'yes' || state === 'unclear';
  });
}
