/** What plugins may see of a garden: what any reader could see. Pure. */
import { compareText } from '../../garden/diagnostic.ts';
import type { Garden, GardenNote } from '../../garden/garden.ts';
import type { PropertyValue } from '../../garden/note.ts';
import { withoutPrivateNames } from '../../garden/render/privacy.ts';
import type { PublicGarden, PublicNote } from '../../plugins/plugin.ts';

/** The published notes, in order of id. Names of notes that are not published are replaced. */
export function publicGarden(garden: Garden): PublicGarden {
  return { notes: [...garden.notes.values()].map((entry) => publicNote(garden, entry)) };
}

function publicNote(garden: Garden, entry: GardenNote): PublicNote {
  const { title, lang, tags, aliases, created, modified, journal } = entry.note;
  const shown = entry.note.properties.filter((property) => property.shown);
  const text = (value: PropertyValue) => withoutPrivateNames(garden, entry, String(value ?? ''));
  const linked = entry.targets.flatMap((target) => (target.kind === 'note' ? [target.id] : []));
  return {
    id: entry.id,
    address: entry.permalink,
    ...{ title, lang, tags: [...tags], aliases: [...aliases], created, modified, journal },
    properties: Object.fromEntries(
      shown.map(({ key, value }) => [key, valuesOf(value).map(text)] as const),
    ),
    links: sorted(linked),
    backlinks: sorted(entry.backlinks.map(({ from }) => from)),
  };
}

function valuesOf(value: PropertyValue): readonly PropertyValue[] {
  return Array.isArray(value) ? value.flatMap(valuesOf) : [value as PropertyValue];
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareText);
}
