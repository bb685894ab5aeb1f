/** The garden as other programs read it: `.garden/graph.json`. */
import { compareText } from '../../src/garden/diagnostic.ts';
import type { Garden, GardenNote, Ghost, Target } from '../../src/garden/garden.ts';
import type { Link } from '../../src/garden/note.ts';
import { publicFragment } from '../../src/garden/render/privacy.ts';

/** A reference as graph.json tells it: `to` is an id in `notes` or `ghosts`. */
export interface GraphLink {
  readonly to: string;
  readonly fragment: string;
  readonly line: number;
}

/**
 * Text of graph.json: public notes and ghosts with their links and backlinks, in order of id. The
 * same notes give the same bytes.
 */
export function graphJson(garden: Garden): string {
  const notes = [...garden.notes.values()].map((note) => graphNote(garden, note));
  const ghosts = [...garden.ghosts.values()].map((ghost) => graphGhost(ghost));
  return `${JSON.stringify({ notes, ghosts }, null, 1)}\n`;
}

function graphNote(
  garden: Garden,
  { id, permalink, note, targets, backlinks }: GardenNote,
): object {
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

function graphGhost({ id, permalink, title, backlinks }: Ghost): object {
  return { id, title, permalink, backlinks: sources(backlinks) };
}

function graphLink(garden: Garden, target: Target, link: Link | undefined): GraphLink[] {
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
