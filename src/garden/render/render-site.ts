/** Renders the records of the whole garden, for lists and routes. */
import { compareText } from '../diagnostic.ts';
import type { Garden, GardenNote, Ghost } from '../garden.ts';
import type { NoteSummary, SiteRecord } from '../page.ts';
import { decksOf } from './page/decks.ts';
import { pageLinks } from './page/page-links.ts';

/** The description of each note's page, by id: known once it is rendered. */
export type Descriptions = ReadonlyMap<string, string>;

/** One summary for each note and ghost, notes first, in order of id. */
export function summaries(garden: Garden, descriptions: Descriptions): NoteSummary[] {
  return [
    ...[...garden.notes.values()].map((entry) => ({
      ...noteSummary(entry, descriptions),
      ...standIn(garden, entry),
    })),
    ...[...garden.ghosts.values()].map((ghost) => ghostSummary(garden, ghost)),
  ];
}

function noteSummary(entry: GardenNote, descriptions: Descriptions): NoteSummary {
  const { note } = entry;
  const { path, lang, aliases, tags, journal, created, modified } = note;
  return {
    id: entry.id,
    kind: journal === null ? 'note' : 'journal',
    title: note.title,
    permalink: entry.permalink,
    path,
    lang,
    aliases,
    tags,
    journal,
    created,
    modified,
    description: descriptions.get(entry.id) ?? '',
    backlinks: entry.backlinks.length,
    ancestors: entry.ancestors.map(({ title }) => title),
  };
}

/** Who stands for a note and its translations in the graph, where it is another one. */
function standIn(
  garden: Garden,
  { id, note, translations = [] }: GardenNote,
): Pick<NoteSummary, 'translationOf'> {
  if (translations.length === 0) return {};
  const group = [{ id, lang: note.lang }].concat(
    translations.map((other) => ({ id: other, lang: garden.notes.get(other)?.note.lang ?? '' })),
  );
  group.sort((a, b) => compareText(a.id, b.id));
  const chosen = group.find(({ lang }) => lang === garden.policy.lang) ?? group[0];
  return chosen === undefined || chosen.id === id ? {} : { translationOf: chosen.id };
}

function ghostSummary(garden: Garden, ghost: Ghost): NoteSummary {
  return {
    id: ghost.id,
    kind: 'ghost',
    title: ghost.title,
    permalink: ghost.permalink,
    path: '',
    lang: garden.policy.lang,
    aliases: [],
    tags: [],
    journal: null,
    created: '',
    modified: '',
    description: '',
    backlinks: ghost.backlinks.length,
    ancestors: ghost.ancestors.map(({ title }) => title),
  };
}

/** The garden's own record: home, journals newest first, tags by name, redirects by old address. */
export function renderSite(garden: Garden): SiteRecord {
  return {
    home: garden.home,
    favorites: pageLinks(garden, garden.favorites ?? []),
    journals: garden.journals.flatMap((id) => journalLine(garden, id)),
    tags: [...garden.tags]
      .map(([key, { name, permalink, count, redirect }]) => {
        const depth = key.split('/').length - 1;
        return { title: name, permalink, name, count, depth, feeds: redirect || permalink };
      })
      .sort((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase())),
    redirects: [...garden.redirects]
      .map(([from, to]) => ({ from, to }))
      .sort((a, b) => compareText(a.from, b.from)),
    decks: decksOf(garden),
    isDated: [...garden.notes.values()].some(({ note }) => isDated(note)),
    notes: garden.notes.size,
  };
}

function isDated({ journal, created, modified }: GardenNote['note']): boolean {
  return journal !== null || created !== '' || modified !== '';
}

function journalLine(garden: Garden, id: string): SiteRecord['journals'] {
  const entry = garden.notes.get(id);
  if (entry === undefined || entry.note.journal === null) return [];
  const { title, journal } = entry.note;
  return [{ id, title, permalink: entry.permalink, date: journal }];
}
