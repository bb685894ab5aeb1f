/** `.garden/graph.json`: the garden's graph for other programs. */
import { compareText } from '../diagnostic.ts';
import type { Garden, GardenNote, Ghost, Target } from '../garden.ts';
import type { Link } from '../note.ts';
import type {
  GraphRecord,
  GraphRecordGhost,
  GraphRecordLink,
  GraphRecordNote,
} from '../record-files.ts';
import { publicFragment } from '../render/privacy.ts';

/** What graph.json says: public notes and ghosts with their links and backlinks, in order of id. */
export function graphRecord(garden: Garden): GraphRecord {
  const notes = [...garden.notes.values()].map((note) => graphNote(garden, note));
  const ghosts = [...garden.ghosts.values()].map((ghost) => graphGhost(ghost));
  return { notes, ghosts };
}

/** The text of graph.json. The same notes give the same bytes. */
export function graphJson(record: GraphRecord): string {
  return `${JSON.stringify(record, null, 1)}\n`;
}

function graphNote(
  garden: Garden,
  { id, permalink, note, targets, backlinks }: GardenNote,
): GraphRecordNote {
  return {
    id,
    path: note.path,
    title: note.title,
    permalink,
    dialect: note.dialect,
    lang: note.lang,
    tags: note.tags.toSorted(compareText),
    aliases: note.aliases.toSorted(compareText),
    journal: note.journal,
    links: targets.flatMap((target, index) => graphLink(garden, target, note.links[index])),
    backlinks: sources(backlinks),
  };
}

function graphGhost({ id, permalink, title, backlinks }: Ghost): GraphRecordGhost {
  return { id, title, permalink, backlinks: sources(backlinks) };
}

function graphLink(garden: Garden, target: Target, link: Link | undefined): GraphRecordLink[] {
  if (!link || link.uncounted) return [];
  const { line } = link;
  const entry = target.kind === 'note' ? garden.notes.get(target.id) : undefined;
  if (target.kind === 'note' && entry) {
    return [{ to: target.id, fragment: publicFragment(entry, target.fragment), line }];
  }
  if (target.kind === 'ghost') return [{ to: target.id, fragment: '', line }];
  return [];
}

function sources(backlinks: readonly { readonly from: string }[]): string[] {
  return [...new Set(backlinks.map(({ from }) => from))].sort(compareText);
}
