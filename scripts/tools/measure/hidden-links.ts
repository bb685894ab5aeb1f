/**
 * How often a link that was hidden is found again among the first five related notes. Pairs of linked
 * notes are hidden in the sources, whichever way their links go, at random: with the words of the link
 * (“gone”), and with its words left in the text (“kept”), as of a note whose author has not linked them.
 * Beside them what shared links alone find. A link that the page shows nevertheless does not count.
 */
import { basename } from 'node:path';
import type { Garden, Policy } from '../../../src/garden/garden.ts';
import type { Link, Note } from '../../../src/garden/note.ts';
import { comparedNotes, findRelated } from '../../../src/garden/related/find-related.ts';
import { noteWords } from '../../../src/garden/related/note-words.ts';
import { neighboursOf } from '../../../src/garden/related/scores.ts';
import { surroundingsOf } from '../../../src/garden/related/surroundings.ts';
import { Vocabulary } from '../../../src/garden/related/vocabulary.ts';
import { resolveGarden } from '../../../src/garden/resolve/resolve-garden.ts';
import { withIgnoredFolders } from '../../../src/import/ignored-folders.ts';
import { NoteCache } from '../../../src/import/parse/note-cache.ts';
import { parseNotes } from '../../../src/import/parse/parse-notes.ts';
import {
  type NoteSource,
  type NotesFolder,
  readNotesFolder,
} from '../../../src/import/read-vaults.ts';
import { wordsOf } from '../../../src/search/cut/cut-text.ts';
import { noProgress } from '../../../src/system/progress.ts';
import { type Random, seeded } from '../attack/random.ts';

export interface Hiding {
  /** Share of the pairs of linked notes that is hidden. */
  readonly share: number;
  readonly rounds: number;
  readonly seed: number;
}

const shownCount = 5;

/** A link as ids: from, to. */
type Case = readonly [string, string];

/** Links that were hidden, and those of them that were found. */
interface Found {
  cases: number;
  hits: number;
}

/** What is measured, with the heads of its columns. */
const columns = {
  sharedLinks: 'shared links alone',
  related: 'related notes',
  relatedWithWords: 'related, words of the link kept',
} as const;
type Row = Readonly<Record<keyof typeof columns, Found>>;
const fields = Object.keys(columns) as (keyof Row)[];

/** The lines of a Markdown table: one for each vault, all cases together, and the mean of the vaults. */
export async function hiddenLinkTable(
  vaults: readonly string[],
  hiding: Hiding,
): Promise<string[]> {
  const rows = new Map<string, Row>();
  for (const vault of vaults) rows.set(basename(vault), await measureVault(vault, hiding));
  const measured = [...rows.values()].filter(({ related }) => related.cases > 0);
  const all = (what: keyof Found) => (field: keyof Row) =>
    measured.reduce((total, row) => total + row[field][what], 0);
  const shareOf = ({ hits, cases }: Found) => (cases === 0 ? 0 : hits / cases);
  const line = (name: string, cases: number, share: (field: keyof Row) => number) =>
    `| ${[name, cases, ...fields.map((field) => `${(100 * share(field)).toFixed(1)} %`)].join(' | ')} |`;
  const mean = (field: keyof Row) =>
    measured.reduce((sum, row) => sum + shareOf(row[field]), 0) / measured.length;
  const total = all('cases')('related');
  return [
    `| vault | hidden links | ${Object.values(columns).join(' | ')} |`,
    '|---|---:|---:|---:|---:|',
    ...[...rows].map(([name, row]) =>
      row.related.cases === 0
        ? `| ${name} | 0 | – | – | – |`
        : line(name, row.related.cases, (field) => shareOf(row[field])),
    ),
    line('all links', total, (field) => all('hits')(field) / all('cases')(field)),
    line('mean of vaults', total, mean),
  ];
}

async function measureVault(folder: string, hiding: Hiding): Promise<Row> {
  const read = await readNotesFolder(folder);
  const cache = NoteCache.empty();
  const parsed = async (sources: readonly NoteSource[]) =>
    resolved(read, (await parseNotes(sources, cache, noProgress.stage('parse'))).notes);
  const garden = await parsed(read.sources);
  const pairs = linkedPairs(garden);
  const random = seeded(hiding.seed);
  const nothing = () => ({ cases: 0, hits: 0 });
  const row = { sharedLinks: nothing(), related: nothing(), relatedWithWords: nothing() };
  for (let round = 0; round < hiding.rounds; round += 1) {
    const keys = shuffled([...pairs.keys()], random);
    const hidden = new Set(keys.slice(0, Math.ceil(keys.length * hiding.share)));
    const cases = [...hidden].flatMap((key) => pairs.get(key) ?? []);
    const gone = await parsed(hide(read.sources, garden, hidden, () => ''));
    const kept = await parsed(hide(read.sources, garden, hidden, wordsOfLink));
    count(row.sharedLinks, gone, cases, (id) => bySharedLinks(gone, id));
    count(row.related, gone, cases, relatedOf(gone));
    count(row.relatedWithWords, kept, cases, relatedOf(kept));
  }
  return row;
}

function resolved({ assets, vaults }: NotesFolder, notes: readonly Note[]): Garden {
  const policy: Policy = {
    publish: 'all',
    url: '',
    base: '/',
    lang: 'en',
    collapsed: 'honour',
    embedDepth: 5,
  };
  return resolveGarden(notes, assets, vaults, withIgnoredFolders(policy, vaults));
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join('\n');
}

/** The links between notes, by pair of notes. */
function linkedPairs({ notes }: Garden): ReadonlyMap<string, readonly Case[]> {
  const pairs = new Map<string, Case[]>();
  for (const { id, note, targets } of notes.values()) {
    for (const [index, target] of targets.entries()) {
      if (target.kind !== 'note' || target.id === id || note.links[index]?.uncounted) continue;
      const key = pairKey(id, target.id);
      const known = pairs.get(key) ?? [];
      if (!known.some(([from]) => from === id)) known.push([id, target.id]);
      pairs.set(key, known);
    }
  }
  return pairs;
}

/** The sources with `words` in the place of each link of a hidden pair. */
function hide(
  sources: readonly NoteSource[],
  garden: Garden,
  hidden: ReadonlySet<string>,
  words: (link: Link) => string,
): readonly NoteSource[] {
  const entries = new Map([...garden.notes.values()].map((entry) => [entry.note.path, entry]));
  return sources.map((source) => {
    const entry = entries.get(source.path);
    const gone = entry?.note.links.filter((_, index) => {
      const target = entry.targets[index];
      return target?.kind === 'note' && hidden.has(pairKey(entry.id, target.id));
    });
    return gone?.length ? { ...source, source: withoutLinks(source.source, gone, words) } : source;
  });
}

/** The last link is replaced first, so that the lines of the others stay where they are. */
function withoutLinks(text: string, links: readonly Link[], words: (link: Link) => string): string {
  const lines = text.split('\n');
  const last = links.toSorted((a, b) => b.line - a.line || b.column - a.column);
  for (const link of last) {
    const line = lines[link.line - 1] ?? '';
    const start = line.startsWith(link.source, link.column - 1)
      ? link.column - 1
      : line.indexOf(link.source);
    if (start < 0 || link.source === '') continue;
    const after = line.slice(start + link.source.length);
    lines[link.line - 1] = line.slice(0, start) + words(link) + after;
  }
  return lines.join('\n');
}

/** What a reader sees of a link; nothing of the id of a block. */
function wordsOfLink({ by, label, name }: Link): string {
  return label || (by === 'block' ? '' : (name.split('/').at(-1) ?? ''));
}

function relatedOf(garden: Garden): (id: string) => readonly string[] {
  const vocabulary = new Vocabulary();
  const related = findRelated(comparedNotes(garden), {
    ...{ count: shownCount, cut: wordsOf, vocabulary },
    wordsOf: (note) => vocabulary.numbered(noteWords(note, wordsOf)),
  });
  return (id) => (related.get(id) ?? []).map((note) => note.id);
}

/** The notes that share most links with a note, where a link shared by few counts more. */
function bySharedLinks(garden: Garden, id: string): readonly string[] {
  const around = surroundings(garden);
  const note = around.ids.indexOf(id);
  const scores = new Map<number, number>();
  for (const middle of neighboursOf(around, note)) {
    const others = neighboursOf(around, middle);
    for (const other of others) {
      if (other >= around.count || around.shown[note]?.has(other)) continue;
      scores.set(other, (scores.get(other) ?? 0) + 1 / Math.log(1 + others.size));
    }
  }
  const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, shownCount);
  return best.map(([other]) => around.ids[other] ?? '');
}

const known = new WeakMap<Garden, ReturnType<typeof surroundingsOf>>();

function surroundings(garden: Garden): ReturnType<typeof surroundingsOf> {
  const made = known.get(garden) ?? surroundingsOf(garden);
  known.set(garden, made);
  return made;
}

/** Adds the cases that the page of a garden does not show anyway, and what is found of them. */
function count(
  found: Found,
  garden: Garden,
  cases: readonly Case[],
  related: (id: string) => readonly string[],
): void {
  const { ids, shown } = surroundings(garden);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  for (const [from, to] of cases) {
    if (shown[numbers.get(from) ?? -1]?.has(numbers.get(to) ?? -1)) continue;
    found.cases += 1;
    if (related(from).includes(to)) found.hits += 1;
  }
}

function shuffled(keys: readonly string[], random: Random): string[] {
  const drawn = keys.toSorted().map((key) => ({ key, at: random(2 ** 32) }));
  return drawn.sort((a, b) => a.at - b.at).map(({ key }) => key);
}
