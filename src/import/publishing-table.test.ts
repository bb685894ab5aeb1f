import { expect, test } from 'vitest';
import type { PublishingDecision, UnpublishedReason } from '../garden/publishing.ts';
import { publishingTable, unpublishedReasons } from './publishing-table.ts';

const yes: PublishingDecision = { published: true, reason: { kind: 'vault' } };

function decisions(...reasons: readonly (UnpublishedReason | null)[]) {
  return new Map(
    reasons.map((reason, index): [string, PublishingDecision] => [
      `${index}.md`,
      reason === null ? yes : { published: false, reason },
    ]),
  );
}

test('where every note is published there is no table', () => {
  expect(publishingTable(decisions(null, null))).toBe('');
});

test('each reason has its number and the line that changes it, the most frequent first', () => {
  const optIn = { kind: 'opt-in', because: 'N1.md' } as const;
  const own = { kind: 'own-switch', key: 'draft' } as const;
  expect(publishingTable(decisions(null, own, optIn, optIn))).toBe(
    [
      '  1  published',
      '  2  not published: N1.md asks to be published, so the others of its vault must, too',
      '       Write publish: true into each note, or publish: all into garden.yaml.',
      '  1  not published: the note says so itself (draft)',
      '       Remove draft from the note to publish it.',
    ].join('\n'),
  );
});

test('a default pattern is taken back by its name', () => {
  const [reason] = unpublishedReasons(
    decisions({ kind: 'ignored', pattern: 'vault/Extras/Templates/', isDefault: true }),
  );
  expect(reason).toMatchObject({
    reason: 'in a folder of templates (vault/Extras/Templates/)',
    change: "Write ignore: ['!Templates/'] into garden.yaml to publish what is in it.",
  });
});

test('every reason has a text', () => {
  const all: UnpublishedReason[] = [
    { kind: 'own-switch', key: 'publish' },
    { kind: 'unclear-switch', key: 'publish' },
    { kind: 'unreadable' },
    { kind: 'twin', path: 'a.md' },
    { kind: 'ignored', pattern: 'private/' },
    { kind: 'ignored', pattern: 'private/', isDefault: true },
    { kind: 'ignored', pattern: '/Vorlagen/', isDefault: true },
    { kind: 'hidden-path', pattern: 'x' },
    { kind: 'unreadable-settings', setting: '' },
    { kind: 'unreadable-settings', setting: '/(/' },
    { kind: 'opt-in', because: '', settingsOf: 'logseq' },
    { kind: 'opt-in', because: '', settingsOf: 'obsidian' },
    { kind: 'opt-in', because: 'a.md' },
    { kind: 'no-vault' },
  ];
  const told = unpublishedReasons(decisions(...all));
  expect(new Set(told.map(({ reason }) => reason)).size).toBe(all.length);
  for (const { reason, change } of told) {
    expect(reason).not.toMatch(/undefined|\(\)|\s$/);
    expect(change).toMatch(/\.$/);
  }
});
