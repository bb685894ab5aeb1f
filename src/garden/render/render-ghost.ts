/** Renders the page of a ghost: its backlinks, ancestors and children. */
import type { Garden } from '../garden.ts';
import type { GhostPage } from '../page.ts';
import { ancestorLinks, pageLinks } from './page/page-links.ts';
import { backlinkGroups } from './page/references.ts';

/** The page of the ghost with this id, which must be in the garden. */
export function renderGhost(garden: Garden, id: string): GhostPage {
  const ghost = garden.ghosts.get(id);
  if (ghost === undefined) throw new Error(`No ghost with the id ${id} is in the garden.`);
  const source = garden.notes.get(ghost.backlinks[0]?.from ?? '');
  return {
    id,
    kind: 'ghost',
    permalink: ghost.permalink,
    title: ghost.title,
    lang: source?.note.lang ?? garden.policy.lang,
    backlinks: backlinkGroups(garden, ghost.backlinks, id),
    ancestors: ancestorLinks(garden, ghost.ancestors),
    children: pageLinks(garden, ghost.children),
  };
}
