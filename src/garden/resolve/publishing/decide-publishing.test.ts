import { describe, expect, test } from 'vitest';
import type { Dialect, Visibility } from '../../note.ts';
import { decidePublishing, type PublishingInputs, type VaultInputs } from './decide-publishing.ts';

const openVault: VaultInputs = {
  publishing: 'all',
  optInBecause: '',
  hiddenBy: null,
  unreadablePattern: null,
};

const base: PublishingInputs = {
  dialect: 'obsidian',
  visibility: 'unset',
  switchKey: '',
  twin: null,
  ignoredBy: null,
  vault: openVault,
  policy: 'vault',
};

function decide(changes: Partial<PublishingInputs>, vault: Partial<VaultInputs> = {}) {
  return decidePublishing({ ...base, vault: { ...openVault, ...vault }, ...changes });
}

describe('a note is published', () => {
  test('by its own switch, also in a vault that publishes only what asks for it', () => {
    const own = { visibility: 'public', switchKey: 'dg-publish' } as const;
    expect(decide(own, { publishing: 'opt-in' })).toEqual({
      published: true,
      reason: { kind: 'own-switch', key: 'dg-publish' },
    });
  });

  test('by its vault', () => {
    expect(decide({})).toEqual({ published: true, reason: { kind: 'vault' } });
  });

  test('by the policy', () => {
    expect(decide({ policy: 'all' }, { publishing: 'opt-in' })).toEqual({
      published: true,
      reason: { kind: 'policy' },
    });
  });
});

test('a vault that publishes only what asks for it says which note made it so', () => {
  expect(decide({}, { publishing: 'opt-in', optInBecause: 'a.md' })).toEqual({
    published: false,
    reason: { kind: 'opt-in', because: 'a.md' },
  });
});

/** What keeps a note back whatever the policy says. */
const closed: readonly [string, Partial<PublishingInputs>, Partial<VaultInputs>, object][] = [
  [
    'its own switch',
    { visibility: 'private', switchKey: 'draft' },
    {},
    { kind: 'own-switch', key: 'draft' },
  ],
  [
    'a switch that is neither yes nor no',
    { visibility: 'unclear', switchKey: 'publish' },
    {},
    { kind: 'unclear-switch', key: 'publish' },
  ],
  ['text that cannot be read', { visibility: 'unreadable' }, {}, { kind: 'unreadable' }],
  ['a private twin', { visibility: 'public', twin: 'b.md' }, {}, { kind: 'twin', path: 'b.md' }],
  [
    "the owner's pattern, whatever the note says",
    { visibility: 'public', ignoredBy: 'x/' },
    {},
    { kind: 'ignored', pattern: 'x/' },
  ],
  ['a path that the vault hides', {}, { hiddenBy: 'x/' }, { kind: 'hidden-path', pattern: 'x/' }],
  [
    'a path that a Logseq graph hides, whatever the page says',
    { dialect: 'logseq', visibility: 'public' },
    { hiddenBy: 'x/' },
    { kind: 'hidden-path', pattern: 'x/' },
  ],
  [
    'a pattern that cannot be read',
    {},
    { unreadablePattern: '/(/' },
    { kind: 'unreadable-settings', setting: '/(/' },
  ],
  [
    'settings that cannot be read',
    {},
    { publishing: 'unreadable' },
    { kind: 'unreadable-settings', setting: '' },
  ],
  ['a vault that is not known', { visibility: 'public', vault: null }, {}, { kind: 'no-vault' }],
];

test.for(
  closed.flatMap((row) => (['vault', 'all'] as const).map((policy) => [...row, policy] as const)),
)('%s keeps it back (%#)', ([, changes, vault, reason, policy]) => {
  expect(decide({ ...changes, policy }, vault)).toEqual({ published: false, reason });
});

test('a clear yes beats the excluded files of Obsidian, and settings that cannot be read', () => {
  const own = { visibility: 'public', switchKey: 'publish' } as const;
  const published = { published: true, reason: { kind: 'own-switch', key: 'publish' } };
  expect(decide(own, { hiddenBy: 'Templates/' })).toEqual(published);
  expect(decide(own, { publishing: 'unreadable' })).toEqual(published);
  expect(decide(own, { unreadablePattern: '/(/' })).toEqual(published);
});

test('no input publishes what a note itself forbids, and more reasons to hide never publish more', () => {
  for (const { hiddenBy, publishing, ...inputs } of everyInput()) {
    const { published } = decide(inputs, { publishing, hiddenBy });
    const open = decide({ ...inputs, ignoredBy: null, twin: null }, { publishing });
    expect(published && !['public', 'unset'].includes(inputs.visibility)).toBe(false);
    expect(published && !open.published).toBe(false);
  }
});

function everyInput() {
  const visibilities: Visibility[] = ['public', 'private', 'unclear', 'unreadable', 'unset'];
  const dialects: Dialect[] = ['logseq', 'obsidian'];
  return visibilities
    .flatMap((visibility) => dialects.map((dialect) => ({ visibility, dialect })))
    .flatMap((each) => (['vault', 'all'] as const).map((policy) => ({ ...each, policy })))
    .flatMap((each) =>
      (['all', 'opt-in', 'unreadable'] as const).map((publishing) => ({ ...each, publishing })),
    )
    .flatMap((each) => [null, 'x'].map((hiddenBy) => ({ ...each, hiddenBy })))
    .flatMap((each) => [null, 'x'].map((ignoredBy) => ({ ...each, ignoredBy })))
    .flatMap((each) => [null, 'x'].map((twin) => ({ ...each, twin })));
}
