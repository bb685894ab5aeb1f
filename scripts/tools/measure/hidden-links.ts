/**
 * How often a link that was hidden is found again among the first five related notes. Pairs of linked
 * notes are hidden, whichever way their links go, at random: with the words of the link (“gone”), and
 * with its words left in the text (“kept”), as of a note whose author has not linked them. Beside them
 * what shared links alone find.
 */
import { basename } from 'node:path';
import type { Garden, Policy } from '../../../src/garden/garden.ts';
import type { Note } from '../../../src/garden/note.ts';
import { comparedNotes, findRelated } from '../../../src/garden/related/find-related.ts';
import { noteWords } from '../../../src/garden/related/note-words.ts';
import { neighboursOf } from '../../../src/garden/related/scores.ts';
import { surroundingsOf } from '../../../src/garden/related/surroundings.ts';
import { Vocabulary } from '../../../src/garden/related/vocabulary.ts';
import { resolveGarden } from '../../../src/garden/resolve/resolve-garden.ts';
import { tagKey } from '../../../src/garden/tag-key.ts';
import { withIgnoredFolders } from '../../../src/import/ignored-folders.ts';
import { NoteCache, parseNotes } from '../../../src/import/parse-notes.ts';
import { type NotesFolder, readNotesFolder } from '../../../src/import/read-vaults.ts';
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

interface Found {
  cases: number;
  related: number;
  relatedWithWords: number;
  sharedLinks: number;
}

/** The lines of a Markdown table: one for each vault, all cases together, and the mean of the vaults. */
export async function hiddenLinkTable(
  vaults: readonly string[],
  hiding: Hiding,
): Promise<string[]> {
  const rows = new Map<string, Found>();
  for (const vault of vaults) rows.set(basename(vault), await measureVault(vault, hiding));
  const measured = [...rows.values()].filter(({ cases }) => cases > 0);
  const sum = (field: keyof Found) => measured.reduce((total, row) => total + row[field], 0);
  const mean = (field: keyof Found) =>
    measured.reduce((total, row) => total + row[field] / row.cases, 0) / measured.length;
  const line = (name: string, cases: number, shares: readonly number[]) =>
    `| ${name} | ${cases} | ${shares.map((share) => `${(100 * share).toFixed(1)} %`).join(' | ')} |`;
  const fields = ['sharedLinks', 'related', 'relatedWithWords'] as const;
  const all = sum('cases');
  return [
    '| vault | hidden links | shared links alone | related notes | related, words of the link kept |',
    '|---|---:|---:|---:|---:|',
    ...[...rows].map(([name, row]) =>
      row.cases === 0
        ? `| ${name} | 0 | – | – | – |`
        : line(
            name,
            row.cases,
            fields.map((field) => row[field] / row.cases),
          ),
    ),
    line(
      'all links',
      all,
      fields.map((field) => sum(field) / all),
    ),
    line('mean of vaults', all, fields.map(mean)),
  ];
}

async function measureVault(folder: string, hiding: Hiding): Promise<Found> {
  const read = await readNotesFolder(folder);
  const { notes } = parseNotes(read.sources, NoteCache.empty(), noProgress.stage('parse'));
  const garden = resolved(read, notes);
  const pairs = linkedPairs(garden);
  const random = seeded(hiding.seed);
  const found: Found = { cases: 0, related: 0, relatedWithWords: 0, sharedLinks: 0 };
  for (let round = 0; round < hiding.rounds; round += 1) {
    const keys = shuffled([...pairs.keys()], random);
    const hidden = new Set(keys.slice(0, Math.ceil(keys.length * hiding.share)));
    const cases = [...hidden].flatMap((key) => pairs.get(key) ?? []);
    const gone = resolved(read, hide(notes, garden, hidden, false));
    const kept = resolved(read, hide(notes, garden, hidden, true));
    found.cases += cases.length;
    found.related += hits(cases, relatedOf(gone));
    found.relatedWithWords += hits(cases, relatedOf(kept));
    found.sharedLinks += hits(cases, (id) => bySharedLinks(gone, id));
  }
  return found;
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

/** The notes without the links of hidden pairs, and without the tags that are such links. */
function hide(
  notes: readonly Note[],
  garden: Garden,
  hidden: ReadonlySet<string>,
  keepsWords: boolean,
): readonly Note[] {
  const entries = new Map([...garden.notes.values()].map((entry) => [entry.note.path, entry]));
  return notes.map((note) => {
    const entry = entries.get(note.path);
    const isHidden = (index: number) => {
      const target = entry?.targets[index];
      return target?.kind === 'note' && hidden.has(pairKey(entry?.id ?? '', target.id));
    };
    const gone = note.links.filter((_, index) => isHidden(index));
    const tags = new Set(gone.map(({ name }) => tagKey(name)));
    const words = gone.map(({ label, name }) => label || (name.split('/').at(-1) ?? ''));
    return {
      ...note,
      links: note.links.filter((_, index) => !isHidden(index)),
      tags: note.tags.filter((tag) => !tags.has(tagKey(tag))),
      text: keepsWords ? [note.text, ...words].join('\n') : note.text,
    };
  });
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

function hits(cases: readonly Case[], related: (id: string) => readonly string[]): number {
  return cases.filter(([from, to]) => related(from).includes(to)).length;
}

function shuffled(keys: readonly string[], random: Random): string[] {
  const drawn = keys.toSorted().map((key) => ({ key, at: random(2 ** 32) }));
  return drawn.sort((a, b) => a.at - b.at).map(({ key }) => key);
}
