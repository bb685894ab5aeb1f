/** Assembles the garden's maps and lists from the resolved notes. */
import { compareText } from '../../diagnostic.ts';
import type { Asset, Backlink, GardenNote, Ghost } from '../../garden.ts';
import type { LinkedNote } from '../link/backlinks.ts';
import type { Ghosts } from '../link/ghosts.ts';
import type { AssetIndex } from '../lookup/asset-index.ts';
import type { PublicNote } from '../lookup/known-note.ts';
import type { Namespaces } from './namespaces.ts';
import { findTranslations } from './translations.ts';

type Backlinks = ReadonlyMap<string, readonly Backlink[]>;

/** Notes by id, in order of id. */
export function gardenNotes(
  notes: readonly LinkedNote[],
  backlinks: Backlinks,
  { ancestors, children }: Namespaces,
  assets: AssetIndex,
): ReadonlyMap<string, GardenNote> {
  const translations = findTranslations(notes);
  const entries = notes.map(({ id, note, targets }): GardenNote => {
    const image = assets.imageOf(note);
    const translated = translations.get(id);
    return {
      id,
      permalink: `/${id}/`,
      note,
      targets,
      // The page's head names its translations.
      backlinks: (backlinks.get(id) ?? []).filter(
        ({ link, from }) => link.kind !== 'property' || translated?.includes(from) !== true,
      ),
      children: children.get(id) ?? [],
      ancestors: ancestors.get(id) ?? [],
      ...(image ? { image: image.path } : {}),
      ...(translated ? { translations: translated } : {}),
    };
  });
  return byId(entries);
}

/** Ghosts by id, in order of id. */
export function gardenGhosts(
  ghosts: Ghosts,
  backlinks: Backlinks,
  { ancestors, children }: Namespaces,
): ReadonlyMap<string, Ghost> {
  const entries = ghosts.all().map(({ id, title }): Ghost => {
    return {
      id,
      permalink: `/${id}/`,
      title,
      backlinks: backlinks.get(id) ?? [],
      children: children.get(id) ?? [],
      ancestors: ancestors.get(id) ?? [],
    };
  });
  return byId(entries);
}

function byId<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const sorted = entries.toSorted((a, b) => compareText(a.id, b.id));
  return new Map(sorted.map((entry) => [entry.id, entry]));
}

/** Ids of journals, newest first; of one day in order of id. */
export function newestFirst(notes: readonly PublicNote[]): string[] {
  return notes
    .filter(({ note }) => note.journal !== null)
    .sort(
      (a, b) => compareText(b.note.journal ?? '', a.note.journal ?? '') || compareText(a.id, b.id),
    )
    .map(({ id }) => id);
}

/** The files that published notes show or link to, by path. */
export function referencedAssets(
  notes: readonly Pick<LinkedNote, 'note' | 'targets'>[],
  index: AssetIndex,
): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const { note, targets } of notes) {
    const shown = targets.map((target) => (target.kind === 'asset' ? index.at(target.path) : null));
    for (const asset of [...shown, index.imageOf(note)]) if (asset) assets.set(asset.path, asset);
  }
  return assets;
}
