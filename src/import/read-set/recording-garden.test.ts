import { expect, test } from 'vitest';
import { type Garden, wholeOf } from '../../garden/garden.ts';
import type { Diagram } from '../../garden/note.ts';
import { gardenOf, noteOf, sourcesOf } from '../../garden/render/fixtures/hand-made.ts';
import type { Sources } from '../../garden/render/render-context.ts';
import { FactNumbers } from './fact-numbers.ts';
import { recordReads } from './recording-garden.ts';

const notes = ['A', 'B'].map((title) => ({ note: noteOf({ path: `${title}.md`, title }) }));
const diagram = { source: 'graph TD' } as Diagram;

type Read = (garden: Garden, sources: Sources) => unknown;

/** What a page can take from the rest of the garden, and the facts that it then depends on. */
const reads: readonly [string, Read, readonly string[]][] = [
  ['the body of an embedded note', (_, sources) => sources.body('B.md'), ['body - B.md']],
  ['a drawing', (_, sources) => sources.drawing(diagram), ['drawing - key of graph TD']],
  ['a title', (garden) => garden.notes.get('B')?.note.title, ['note ? B', 'note note.title B']],
  ['whether a note exists', (garden) => garden.notes.has('B'), ['note ? B']],
  [
    'the language of a note',
    (garden) => garden.notes.get('B')?.note.lang,
    ['note ? B', 'note note.lang B'],
  ],
  ['backlinks', (garden) => garden.notes.get('B')?.backlinks, ['note ? B', 'note backlinks B']],
  ['children', (garden) => garden.notes.get('B')?.children, ['note ? B', 'note children B']],
  ['mentions', (garden) => garden.mentions.get('B'), ['mentions - B']],
  ['a ghost', (garden) => garden.ghosts.get('c'), ['ghost ? c']],
  ['a tag', (garden) => garden.tags.get('t'), ['tag ? t']],
  ['a file', (garden) => garden.assets.get('a.png'), ['asset - a.png']],
  ['a redirect', (garden) => garden.redirects.get('/x/'), ['redirect - /x/']],
  ['the answer of a query', (garden) => wholeOf(garden).notes.size, ['whole - ']],
  ['a list of all notes', (garden) => [...garden.notes.keys()], ['whole - ']],
  ['the place of a journal', (garden) => garden.journals.indexOf('B'), ['neighbours - B']],
  ['all journals', (garden) => garden.journals.length, ['garden journals ']],
  ['the home page', (garden) => garden.home, ['garden home ']],
  ['the policy, which applies to every page', (garden) => garden.policy.lang, []],
];

test.each(reads)('%s is recorded as what a page depends on', (_, read, facts) => {
  const numbers = new FactNumbers();
  const keyOf = (source: string) => `key of ${source}`;
  const recorded = recordReads(gardenOf(notes), sourcesOf({}), keyOf, numbers);
  read(recorded.garden, recorded.sources);
  expect([...recorded.facts].map((number) => numbers.keys[number])).toEqual(facts);
});
