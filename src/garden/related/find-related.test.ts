import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '../../search/cut/cut-text.ts';
import type { Garden } from '../garden.ts';
import type { Note } from '../note.ts';
import type { RelatedNote } from '../related-note.ts';
import { obsidianNote, obsidianVault, policy, wikiLink } from '../resolve/fixtures/notes.ts';
import { resolveGarden } from '../resolve/resolve-garden.ts';
import { comparedNotes, findRelated } from './find-related.ts';
import { noteWords } from './note-words.ts';
import { Vocabulary } from './vocabulary.ts';

function gardenOf(...notes: readonly Note[]): Garden {
  return resolveGarden(notes, [], [obsidianVault()], policy);
}

function relatedIn(garden: Garden, count = 5): ReadonlyMap<string, readonly RelatedNote[]> {
  const vocabulary = new Vocabulary();
  const read = (note: Note) => vocabulary.numbered(noteWords(note, wordsOf));
  return findRelated(comparedNotes(garden), { count, cut: wordsOf, vocabulary, wordsOf: read });
}

/** Notes that have nothing to do with each other or with anything. */
const others = Array.from({ length: 8 }, (_, index) =>
  obsidianNote(`Other ${'abcdefgh'[index]}`, { text: `plain${index} text${index}` }),
);

function citing(name: string, ...names: readonly string[]): Note {
  return obsidianNote(name, { links: names.map((target) => wikiLink(target)) });
}

test('notes are related that cite the same notes, and those that one note cites', () => {
  const related = relatedIn(
    gardenOf(...others, obsidianNote('Log'), citing('Kafka', 'Log'), citing('Pulsar', 'Log')),
  );
  expect(related.get('kafka')).toEqual([
    { id: 'pulsar', reasons: [{ kind: 'cite', ids: ['log'] }] },
  ]);
  const cited = relatedIn(
    gardenOf(
      ...others,
      obsidianNote('Kafka'),
      obsidianNote('Pulsar'),
      citing('Log', 'Kafka', 'Pulsar'),
    ),
  );
  expect(cited.get('kafka')).toEqual([
    { id: 'pulsar', reasons: [{ kind: 'cited', ids: ['log'] }] },
  ]);
});

test('notes that a page links to, is linked from, lists above or below it are left out', () => {
  const notes = [citing('A', 'X', 'B'), citing('B', 'X'), citing('A/C', 'X'), obsidianNote('X')];
  expect(relatedIn(gardenOf(...others, ...notes)).get('a')).toBeUndefined();
});

test('shared tags and rare words are reasons, in the spelling of the note itself', () => {
  const tagged = relatedIn(
    gardenOf(
      ...others,
      obsidianNote('A', { tags: ['Queue'] }),
      obsidianNote('B', { tags: ['queue'] }),
    ),
  );
  expect(tagged.get('a')).toEqual([{ id: 'b', reasons: [{ kind: 'tags', tags: ['queue'] }] }]);
  const worded = relatedIn(
    gardenOf(
      ...others,
      obsidianNote('A', { text: 'The ISR of Kafka and why it shrinks.' }),
      obsidianNote('B', { text: 'When the isr shrinks, kafka waits.' }),
    ),
  );
  expect(worded.get('a')).toEqual([
    { id: 'b', reasons: [{ kind: 'words', words: ['ISR', 'Kafka', 'shrinks'] }] },
  ]);
});

test('of Chinese whole words are named, not the pairs of signs that are compared', () => {
  const related = relatedIn(
    gardenOf(
      ...others,
      obsidianNote('A', { text: '选举由多数派决定。日志复制' }),
      obsidianNote('B', { text: '没有多数派就不能选举' }),
    ),
  );
  expect(related.get('a')).toEqual([
    { id: 'b', reasons: [{ kind: 'words', words: ['选举', '多数派'] }] },
  ]);
});

test('a name in the text of a note is a reason on both pages', () => {
  const garden = gardenOf(
    ...others,
    obsidianNote('Zookeeper'),
    obsidianNote('B', { text: 'Zookeeper waits' }),
  );
  const reasons = (id: string) =>
    relatedIn(garden)
      .get(id)?.[0]
      ?.reasons.map(({ kind }) => kind);
  expect([reasons('b'), reasons('zookeeper')]).toEqual([
    ['words', 'names'],
    ['words', 'named'],
  ]);
});

test('what similar notes cite is related', () => {
  const related = relatedIn(
    gardenOf(
      ...others,
      obsidianNote('Hub'),
      obsidianNote('A', { text: 'leader election quorum' }),
      { ...citing('B', 'Hub'), text: 'leader election quorum' },
    ),
  );
  expect(related.get('a')).toEqual([
    { id: 'b', reasons: [{ kind: 'words', words: ['leader', 'election', 'quorum'] }] },
    { id: 'hub', reasons: [{ kind: 'alike', ids: ['b'] }] },
  ]);
});

test('private and unlisted notes have no related notes and are none', () => {
  const shared = { text: 'leader election quorum', links: [wikiLink('Log')], tags: ['t'] };
  const garden = gardenOf(
    ...others,
    obsidianNote('Log'),
    obsidianNote('A', shared),
    obsidianNote('Secret', { ...shared, visibility: 'private' }),
    obsidianNote('Hidden', { ...shared, access: { kind: 'unlisted' } }),
    obsidianNote('Locked', { ...shared, access: { kind: 'password', name: 'friends', title: '' } }),
  );
  expect(garden.unlisted.size).toBe(2);
  expect([...relatedIn(garden)]).toEqual([]);
});

test('a link to a note that is not published connects no notes', () => {
  const garden = gardenOf(
    ...others,
    obsidianNote('Secret', { visibility: 'private' }),
    citing('A', 'Secret'),
    citing('B', 'Secret'),
  );
  expect([...relatedIn(garden)]).toEqual([]);
});

const words = ['leader', 'quorum', 'log', 'broker', 'raft', '选举', '多数派', '日志'];
const someNotes = fc
  .array(
    fc.record({
      text: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
      links: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 3 }),
      tags: fc.subarray(['a', 'b', 'c']),
    }),
    { minLength: 2, maxLength: 15 },
  )
  .map((drawn) =>
    drawn.map(({ text, links, tags }, index) =>
      obsidianNote(`N${index}`, {
        ...{ text: text.join(' '), tags },
        links: links.map((target) => wikiLink(`N${target}`)),
      }),
    ),
  );

test('whatever the garden, each related note is new to the page, has a reason, and is told once', () => {
  fc.assert(
    fc.property(someNotes, fc.integer({ min: 1, max: 5 }), (notes, count) => {
      const garden = gardenOf(...notes);
      for (const [id, related] of relatedIn(garden, count)) {
        const entry = garden.notes.get(id);
        const linked = entry?.targets.flatMap((target) => ('id' in target ? target.id : []));
        const shown = new Set([
          id,
          ...(linked ?? []),
          ...(entry?.backlinks ?? []).map(({ from }) => from),
        ]);
        const ids = related.map((other) => other.id);
        expect(ids.length).toBeLessThanOrEqual(count);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((other) => shown.has(other) || !garden.notes.has(other))).toEqual([]);
        expect(related.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
      }
    }),
  );
});
