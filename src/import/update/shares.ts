/** What a note gives to the pages that it refers to: its references there, and what is shown of them. */
import type { Garden, Target } from '../../garden/garden.ts';
import { tagKey, tagName } from '../../garden/tag-key.ts';
import type { RenderedPage } from '../read-set/kept-pages.ts';

/** Key of a page: the id of a note or ghost, or the key of a tag after a `#`, which no id has. */
export type Shares = ReadonlyMap<string, string>;

/** The shares of the note with this id; none of a note in no list. `page` is what is known of its page. */
export function sharesOf(garden: Garden, id: string, page: RenderedPage | undefined): Shares {
  const entry = garden.notes.get(id);
  const shares = new Map<string, string>();
  if (entry === undefined) return shares;
  const { description = '' } = page ?? {};
  for (const tag of entry.note.tags) shares.set(`#${tagKey(tagName(tag))}`, description);
  for (const [index, target] of entry.targets.entries()) {
    const key = keyOf(target);
    if (key === null || key === id) continue;
    shares.set(key, `${shares.get(key) ?? ''}\n${index} ${excerptOf(page, index)}`);
  }
  return shares;
}

function keyOf(target: Target): string | null {
  if ('id' in target) return target.id;
  return target.kind === 'tag' ? `#${target.tag}` : null;
}

/** What shows the reference with this index: an excerpt, else the description. */
function excerptOf(page: RenderedPage | undefined, index: number): string {
  const { excerpts = null, description = '' } = page ?? {};
  const at = excerpts?.of[index] ?? -1;
  return at < 0 ? description : `${excerpts?.digests[at]} ${excerpts?.sizes[at]}`;
}

/** Keys of the pages to which a note gives something else now. */
export function changedShares(before: Shares, now: Shares): string[] {
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].filter((key) => before.get(key) !== now.get(key));
}
