/** Order and selection of notes for the overview pages. */
import { compareText } from '../garden/diagnostic.ts';
import type { NoteSummary, SiteRecord } from '../garden/page.ts';
import { tagKey } from '../garden/tag-key.ts';

/** The first character of each pinyin initial in ICU's Chinese collation. */
const pinyin = '阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥仨他屲夕丫帀';
const initials = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const chinese = new Intl.Collator('zh-CN');
const titles = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

/** The initial of a title: 'A'–'Z', for Chinese by pinyin, else '#'. */
export function initialOf(title: string): string {
  const first = [...title.normalize('NFKD')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '#';
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (!/\p{Script=Han}/u.test(first)) return '#';
  const index = [...pinyin].findLastIndex((start) => chinese.compare(start, first) <= 0);
  return initials[Math.max(index, 0)] ?? '#';
}

/** Natural order of titles; equal ones by permalink, so that the order is stable. */
export function compareTitles(a: NoteSummary, b: NoteSummary): number {
  return titles.compare(a.title, b.title) || compareText(a.permalink, b.permalink);
}

/** Notes grouped by initial: '#' first, then A–Z. */
export function byInitial(
  notes: readonly NoteSummary[],
): readonly (readonly [string, readonly NoteSummary[]])[] {
  const groups = Map.groupBy([...notes].sort(compareTitles), ({ title }) => initialOf(title));
  return [...groups].sort(([a], [b]) => compareText(a, b));
}

/** The day of the last change, else of the journal, else of creation; '' if unknown. */
export function dayOf(note: Partial<NoteSummary>): string {
  return (note.modified || note.journal || note.created || '').slice(0, 10);
}

/** The notes and journals that changed last, newest first; of one day, the most linked first. */
export function latest(notes: readonly NoteSummary[], count: number): readonly NoteSummary[] {
  return notes
    .filter((note) => note.kind !== 'ghost' && dayOf(note) !== '')
    .sort((a, b) => {
      return compareText(dayOf(b), dayOf(a)) || b.backlinks - a.backlinks || compareTitles(a, b);
    })
    .slice(0, count);
}

/** The notes that others link to most; without any links the first ones by title. */
export function mostLinked(notes: readonly NoteSummary[], count: number): readonly NoteSummary[] {
  return notes
    .filter(({ kind }) => kind !== 'ghost')
    .sort((a, b) => b.backlinks - a.backlinks || compareTitles(a, b))
    .slice(0, count);
}

/** A folder at the top, and some of the notes in it. */
export interface FolderNotes {
  readonly title: string;
  readonly notes: readonly NoteSummary[];
}

/** The folders at the top in order of title, each with its `count` most linked notes. */
export function topFolders(notes: readonly NoteSummary[], count: number): FolderNotes[] {
  const inside = notes.filter(
    ({ ancestors = [], kind }) => ancestors.length > 0 && kind === 'note',
  );
  const folders = Map.groupBy(inside, ({ ancestors = [] }) => ancestors[0] ?? '');
  return [...folders]
    .sort(([a], [b]) => titles.compare(a, b) || compareText(a, b))
    .map(([title, found]) => ({ title, notes: mostLinked(found, count) }));
}

/** The latest journals, newest first. */
export function latestDays(notes: readonly NoteSummary[], count: number): readonly NoteSummary[] {
  return notes
    .filter(({ journal }) => journal !== null)
    .sort((a, b) => compareText(b.journal ?? '', a.journal ?? ''))
    .slice(0, count);
}

type Journal = SiteRecord['journals'][number];

/** Journals grouped by month ('2026-11'), newest first. */
export function byMonth(
  journals: readonly Journal[],
): readonly (readonly [string, readonly Journal[]])[] {
  return [...Map.groupBy(journals, ({ date }) => date.slice(0, 7))].sort(([a], [b]) =>
    compareText(b, a),
  );
}

/** The notes with each tag or one of its child tags, by the key of the tag. */
export function byTag(notes: readonly NoteSummary[]): ReadonlyMap<string, readonly NoteSummary[]> {
  const found = new Map<string, Set<NoteSummary>>();
  for (const note of notes) {
    for (const tag of note.tags) {
      const parts = tagKey(tag).split('/');
      for (let depth = 1; depth <= parts.length; depth += 1) {
        const name = parts.slice(0, depth).join('/');
        found.set(name, (found.get(name) ?? new Set()).add(note));
      }
    }
  }
  return new Map([...found].map(([name, tagged]) => [name, [...tagged]]));
}
