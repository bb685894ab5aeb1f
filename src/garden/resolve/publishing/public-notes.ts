/** The notes that are in all lists, as readers see them. */
import type { Garden } from '../../garden.ts';
import type { Indexes } from '../lookup/find.ts';
import { isPublic, type KnownNote, type PublicNote } from '../lookup/known-note.ts';
import { withoutPrivateTags, withPublicNames } from './private-names.ts';
import { withPublicTexts } from './public-texts.ts';

/** The listed ones of these notes, without names and addresses of notes that are not published. */
export function publicNotes(
  known: readonly KnownNote[],
  indexes: Indexes,
  { unpublishedKeys = [], policy }: Pick<Garden, 'unpublishedKeys' | 'policy'>,
): PublicNote[] {
  const shown = withPublicTexts(known, indexes, unpublishedKeys, policy);
  return listedNotes(shown, indexes);
}

/** The listed ones of notes that are without the addresses of others. */
export function listedNotes(shown: readonly KnownNote[], indexes: Indexes): PublicNote[] {
  return withPublicNames(withoutPrivateTags(shown.filter(isPublic), indexes.names), indexes);
}
