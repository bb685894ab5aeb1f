/** Whether a note is in Dataview's FROM. */
import type { QuerySource } from '../../expression.ts';
import type { GardenNote } from '../../garden.ts';
import { tagKey } from '../../tag-key.ts';
import { nameKey, pathIn } from '../lookup/name-key.ts';
import { keyOfTarget, type Surroundings } from './surroundings.ts';

export function inSource(source: QuerySource, entry: GardenNote, around: Surroundings): boolean {
  switch (source.kind) {
    case 'tag': {
      const wanted = tagKey(source.name);
      const tags = entry.note.tags.map(tagKey);
      return tags.some((tag) => tag === wanted || tag.startsWith(`${wanted}/`));
    }
    case 'folder':
      return inFolder(source.path, entry);
    case 'links':
      return isLinked(source.name, source.outgoing, entry, around);
    case 'not':
      return !inSource(source.of, entry, around);
    case 'and':
      return source.of.every((each) => inSource(each, entry, around));
    case 'or':
      return source.of.some((each) => inSource(each, entry, around));
  }
}

/** A folder, or the path of one note. */
function inFolder(path: string, { note }: GardenNote): boolean {
  const wanted = nameKey(path.replace(/\/+$/, ''));
  const own = nameKey(pathIn(note.vault, note.path));
  return wanted === '' || own.startsWith(`${wanted}/`) || own === wanted || own === `${wanted}.md`;
}

function isLinked(
  name: string,
  outgoing: boolean,
  entry: GardenNote,
  around: Surroundings,
): boolean {
  const { garden, own } = around.site;
  const key = name === '' ? `note:${own?.id ?? ''}` : around.keyOfName(name, own);
  if (key === '') return false;
  const [from, to] = outgoing ? [garden.notes.get(key.slice(5)), `note:${entry.id}`] : [entry, key];
  const targets = from?.targets ?? [];
  return targets.some(
    (target, index) => !from?.note.links[index]?.uncounted && keyOfTarget(target) === to,
  );
}
