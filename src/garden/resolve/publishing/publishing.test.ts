import { expect, test } from 'vitest';
import type { Policy } from '../../garden.ts';
import type { Note, Vault } from '../../note.ts';
import { logseqGraph, logseqPage, obsidianNote, obsidianVault, policy } from '../fixtures/notes.ts';
import { decideAll } from './publishing.ts';

function published(vault: Vault, notes: Note[], changes: Partial<Policy> = {}): string[] {
  const { decisions } = decideAll(notes, [vault], { ...policy, ...changes });
  return notes.filter(({ path }) => decisions.get(path)?.published).map(({ name }) => name);
}

test('every note has its decision, and is counted once', () => {
  const notes = [
    obsidianNote('a', { visibility: 'public', switchKey: 'publish', asksToBePublished: true }),
    obsidianNote('b', { visibility: 'unclear', switchKey: 'draft' }),
    obsidianNote('c'),
  ];
  expect(decideAll(notes, [obsidianVault()], policy)).toEqual({
    decisions: new Map([
      ['obsidian/a.md', { published: true, reason: { kind: 'own-switch', key: 'publish' } }],
      ['obsidian/b.md', { published: false, reason: { kind: 'unclear-switch', key: 'draft' } }],
      ['obsidian/c.md', { published: false, reason: { kind: 'opt-in', because: 'obsidian/a.md' } }],
    ]),
    private: 1,
    unpublished: 1,
    diagnostics: [],
  });
});

test('a decision says whose rule it is', () => {
  const notes = [obsidianNote('private/a'), obsidianNote('drafts/b'), logseqPage('c')];
  const vaults = [obsidianVault(), logseqGraph({ publishing: 'opt-in' })];
  const ignore = ['private/', 'drafts/'];
  const given = { ...policy, ignore, ignoredByDefault: ['private/'] };
  expect([...decideAll(notes, vaults, given).decisions.values()]).toEqual([
    { published: false, reason: { kind: 'ignored', pattern: 'private/', isDefault: true } },
    { published: false, reason: { kind: 'ignored', pattern: 'drafts/' } },
    { published: false, reason: { kind: 'opt-in', because: '', settingsOf: 'logseq' } },
  ]);
});

test('a note that asks for publishing makes no other vault opt-in', () => {
  const asking = { visibility: 'private', asksToBePublished: true } as const;
  const vaults = [obsidianVault(), obsidianVault({ root: 'other' }), logseqGraph()];
  const notes = [
    obsidianNote('a'),
    obsidianNote('b', { vault: 'other' }),
    obsidianNote('c', { vault: 'other', ...asking }),
    logseqPage('d', asking),
    logseqPage('e'),
  ];
  const { decisions } = decideAll(notes, vaults, policy);
  const names = notes.filter(({ path }) => decisions.get(path)?.published).map(({ name }) => name);
  expect(names).toEqual(['a', 'e']);
});

test.for<[string, string, boolean]>([
  ['Templates/', 'Templates/Book', true],
  ['templates', 'Templates/Book', true],
  ['Templates/', 'My Templates/Book', false],
  ['/^daily\\/.*draft/', 'Daily/a draft', true],
  ['/draft$/', 'Drafts/a', false],
])(
  'the excluded files %s of Obsidian hide %s: %s, under every policy',
  ([hidden, name, isHidden]) => {
    for (const publish of ['vault', 'all'] as const) {
      expect(
        published(obsidianVault({ hidden: [hidden] }), [obsidianNote(name)], { publish }),
      ).toEqual(isHidden ? [] : [name]);
    }
  },
);

test.for<[string, string, boolean]>([
  ['obsidian/Private', 'Private/a', true],
  ['obsidian/Private/', 'private/deep/a', true],
  ['obsidian/Private/', 'Privateer', false],
  ['Private', 'Deep/Private/a', true],
  ['Deep/Private', 'Deep/Private/a', false],
  ['*.tmp.md', 'Deep/a.tmp', true],
  ['obsidian/*/a.md', 'Deep/a', true],
  ['obsidian/*/a.md', 'Very/Deep/a', false],
  ['obsidian/**/a.md', 'Very/Deep/a', true],
  ['obsidian/**/a.md', 'a', true],
  ['**/deep/**', 'Very/Deep/a', true],
  ['obsidian/Note ?.md', 'Note 😀', true],
  ['', 'a', false],
  ['.', 'a', false],
])('the pattern %j of the owner leaves out %s: %s', ([pattern, name, isIgnored]) => {
  const note = obsidianNote(name, { visibility: 'public' });
  const names = published(obsidianVault(), [note], { publish: 'all', ignore: [pattern] });
  expect(names).toEqual(isIgnored ? [] : [name]);
});

test('an expression in Logseq is a prefix like any other', () => {
  const graph = logseqGraph({ hidden: ['/pages/'] });
  expect(published(graph, [logseqPage('a')])).toEqual([]);
});

test('of two files that are one Logseq page the other one is reported', () => {
  const first = logseqPage('A', { visibility: 'private', switchKey: 'public' });
  const second = logseqPage('a', { path: 'logseq/pages/other.md', visibility: 'public' });
  const { decisions } = decideAll([first, second], [logseqGraph()], policy);
  expect([...decisions.values()]).toEqual([
    { published: false, reason: { kind: 'own-switch', key: 'public' } },
    { published: false, reason: { kind: 'twin', path: first.path } },
  ]);
});

test('a folder that is a graph and a vault at once follows each of its switches', () => {
  const vaults = [
    logseqGraph({ root: '', publishing: 'opt-in' }),
    obsidianVault({ root: '', publishing: 'all' }),
  ];
  const notes = [logseqPage('a', { vault: '' }), obsidianNote('b', { vault: '' })];
  for (const each of [vaults, vaults.toReversed()]) {
    const { decisions } = decideAll(notes, each, policy);
    expect([...decisions.values()]).toEqual([
      { published: false, reason: { kind: 'opt-in', because: '', settingsOf: 'logseq' } },
      { published: true, reason: { kind: 'vault' } },
    ]);
  }
});

test('excluded files that cannot be read close the vault', () => {
  const vault = obsidianVault({ hidden: ['/(/'] });
  const notes = [obsidianNote('a'), obsidianNote('b', { visibility: 'public' })];
  expect(published(vault, notes)).toEqual(['b']);
  expect(published(vault, notes, { publish: 'all' })).toEqual(['b']);
  expect(decideAll(notes, [vault], policy).diagnostics).toEqual([
    {
      code: 'invalid-config',
      path: 'obsidian/.obsidian/app.json',
      line: 1,
      column: 1,
      message: 'The excluded files /(/ are not a valid expression.',
      hint: 'Until it can be read, only notes with `publish: true` are published.',
    },
  ]);
});

test.for(['/(a+)+$/', '/(a|aa)*b/', '/((a?)b)+$/', '/(.*a){9}b/', '/(a)\\1/', '/.*.*.*.*x/'])(
  'the expression %s, which might never end, closes the vault',
  (hidden) => {
    const vault = obsidianVault({ hidden: [hidden] });
    expect(published(vault, [obsidianNote('a'.repeat(60))])).toEqual([]);
    expect(decideAll([], [vault], policy).diagnostics).toHaveLength(1);
  },
);

test.for(['/^(?:daily|weekly)\\/.*\\.draft$/', '/\\[x+\\]+|(ab)+c/', '/[a+*]+/'])(
  'the expression %s is quick enough',
  (hidden) => {
    expect(decideAll([], [obsidianVault({ hidden: [hidden] })], policy).diagnostics).toEqual([]);
  },
);

test('a path too long for an expression is hidden', () => {
  const vault = obsidianVault({ hidden: ['/^never$/'] });
  expect(published(vault, [obsidianNote('a'.repeat(600)), obsidianNote('b')])).toEqual(['b']);
});
