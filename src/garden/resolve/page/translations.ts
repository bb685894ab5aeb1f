/** Notes that are one text in several languages: they name each other in the property `translations`. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { compareText } from '../../diagnostic.ts';
import type { Note } from '../../note.ts';
import type { LinkedNote } from '../link/backlinks.ts';

/** Name of the property, in both dialects. */
export const translationsKey = 'translations';

/**
 * The other notes of each note's group, by id, in order of language and id. One note that names the
 * others is enough: who is named by a member belongs to its group, whichever way.
 */
export function findTranslations(
  notes: readonly LinkedNote[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { id, note, targets } of notes) {
    for (const index of namedIn(note)) {
      const target = targets[index];
      if (target?.kind === 'note') join(groups, id, target.id);
    }
  }
  const languages = new Map(notes.map(({ id, note }) => [id, note.lang]));
  const order = (a: string, b: string) =>
    compareText(languages.get(a) ?? '', languages.get(b) ?? '') || compareText(a, b);
  return new Map(
    [...groups].map(([id, group]) => [id, [...group].filter((other) => other !== id).sort(order)]),
  );
}

/** Indexes of the links in the note's property. */
function namedIn({ properties }: Note): readonly number[] {
  const found: number[] = [];
  for (const { key, content } of properties) {
    if (key.toLowerCase() !== translationsKey) continue;
    const root: Root = { type: 'root', children: [...content] };
    visit(root, 'noteLink', (node) => {
      found.push(node.link);
    });
  }
  return found;
}

function join(groups: Map<string, Set<string>>, a: string, b: string): void {
  const together = new Set([a, b, ...(groups.get(a) ?? []), ...(groups.get(b) ?? [])]);
  for (const id of together) groups.set(id, together);
}
