import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logseqPage, obsidianNote, policy } from '../fixtures/notes.ts';
import { knownNote } from '../lookup/known-note.ts';
import { withoutPrivateAddresses } from './private-addresses.ts';
import { unpublishedKeys } from './unpublished-keys.ts';

const rules = { ...policy, url: 'https://a.example', base: '/base/' };
const known = [
  knownNote(obsidianNote('Folder/My Plan', { title: 'Budget', aliases: ['Money'] }), null),
  knownNote(obsidianNote('Old/Kafka'), null),
  knownNote(obsidianNote('Fixed', { permalink: 'set/By-Owner' }), null),
  knownNote(logseqPage('Space'), null),
  knownNote(obsidianNote('Diary', { permalink: 'family' }), 'family', {
    ...({ kind: 'password', name: 'p', title: '' } as const),
  }),
  knownNote(obsidianNote('Kafka'), 'kafka'),
  knownNote(obsidianNote('Space/Open'), 'space/open'),
];
const addresses = { keys: new Set(unpublishedKeys(known, rules)), policy: rules };
const hide = (text: string) => withoutPrivateAddresses(text, addresses, '…');

test.each([
  ['https://a.example/base/folder/my-plan/', '…'],
  ['https://a.example/folder/my-plan/', '…'],
  ['HTTP://A.EXAMPLE/base/Folder/My%20Plan.html?x#y', '…'],
  ['https://a.example/base/budget/.', '….'],
  ['see //a.example/base/money/, www.a.example/base/money or', 'see …, … or'],
  ['[x](https://a.example/base/set/by-owner/) y', '[x](…) y'],
  ["<a href='https://a.example/base/my-plan/'>y</a>", "<a href='…'>y</a>"],
  ['https://a.example/base/my-plan/below/it/', '…'],
  ['https://a.example/base/old/kafka/', '…'],
  [
    'https://a.example/base/diary/ https://a.example/base/family/',
    '… https://a.example/base/family/',
  ],
  ['https://a.example/base/tags/space/', '…'],
  ['https://a.example/base/search/?q=my+plan', '…'],
  ['obsidian://open?vault=v&file=My Plan and more', '… and more'],
  ['obsidian://vault/v/Folder/My%20Plan', '…'],
  ['obsidian:///home/me/v/Folder/My%20Plan.md', '…'],
  ['obsidian://search?vault=v&query=the%20my%20plan%20file', '…'],
  ['logseq://graph/v?page=Space%2FHidden', '…'],
  ['https://a.example/base/space/hidden/', '…'],
  ['logseq://graph/v?page=space', '…'],
  ['file:///C:/notes/Folder/My%20Plan.md and file:///b.md', '… and file:///b.md'],
])('of %s is shown %s', (text, shown) => {
  expect(hide(text)).toBe(shown);
});

test.each([
  'Budget, Money and My Plan are words',
  'https://a.example/base/kafka/ and https://a.example/base/space/open/',
  'https://b.example/base/budget/ and https://sub.a.example/budget',
  'https://a.example/ https://a.example/base/ https://a.example/base/search/',
  'obsidian://open?vault=Budget',
  'obsidian://open?file=Kafka',
  'obsidian://show-plugin?id=dataview',
  'a/budget and ./Money.md',
])('%s stays', (text) => {
  expect(hide(text)).toBe(text);
});

test('no garden without private notes hides an address', () => {
  const published = known.map(({ note }, index) => knownNote(note, `n${index}`));
  expect(unpublishedKeys(published, rules)).toEqual([]);
});

test('words around an address stay, and the address goes', () => {
  const words = fc.stringMatching(/^[a-z ]{0,20}$/);
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(hide(`${before} https://a.example/base/budget/ ${after}`)).toBe(
        `${before} … ${after}`,
      );
    }),
  );
});
