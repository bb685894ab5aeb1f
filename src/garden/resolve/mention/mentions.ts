/** Names of notes in other notes' plain text. */
import type { Mention } from '../../garden.ts';
import type { LinkedNote } from '../page/assemble.ts';

export function findMentions(
  _notes: readonly LinkedNote[],
): ReadonlyMap<string, readonly Mention[]> {
  return new Map();
}
