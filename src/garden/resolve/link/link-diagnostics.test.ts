import { expect, test } from 'vitest';
import { logseqPage, obsidianNote, obsidianVault, policy, wikiLink } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

/** The hint for a link that leads nowhere. */
function hint(written: string, ...titles: string[]): string | undefined {
  const source = obsidianNote('source', { links: [wikiLink(written)] });
  const notes = titles.map((title) => obsidianNote(title));
  return resolveGarden([source, ...notes], [], [obsidianVault()], policy).diagnostics[0]?.hint;
}

test.for<[string, string, string]>([
  ['Zookeper', 'Systems/ZooKeeper', 'Did you mean [[ZooKeeper]]?'],
  ['gone/Zookeper', 'Systems/ZooKeeper', 'Did you mean [[ZooKeeper]]?'],
  ['auto-link-title', 'Auto Link Title', 'Did you mean [[Auto Link Title]]?'],
  ['《学会提问》', '📚学会提问', 'Did you mean [[📚学会提问]]?'],
  ['Raft', 'Paxos', ''],
  ['???', '!!!', ''],
])('a link to %s where there is %s has the hint %j', ([written, title, expected]) => {
  expect(hint(written, title)).toBe(expected);
});

test('an unresolved link is reported with its position', () => {
  const links = [wikiLink('Zookeper#Watches|zk', { line: 12, column: 5 })];
  const garden = resolveGarden([obsidianNote('n', { links })], [], [obsidianVault()], policy);
  expect(garden.diagnostics).toEqual([
    {
      code: 'unresolved-link',
      path: 'obsidian/n.md',
      line: 12,
      column: 5,
      message: 'No note is called “Zookeper”.',
      hint: '',
    },
  ]);
});

test('what is not published is never suggested', () => {
  const garden = resolveGarden(
    [
      obsidianNote('n', { links: [wikiLink('Geheimnisx')] }),
      obsidianNote('Geheimnis', { visibility: 'private' }),
    ],
    [],
    [obsidianVault()],
    policy,
  );
  expect(garden.diagnostics).toMatchObject([{ code: 'unresolved-link', hint: '' }]);
});

test('diagnostics of vaults, notes and links are sorted by path and place', () => {
  const skipped = {
    code: 'skipped-file',
    path: 'obsidian/b.md',
    line: 1,
    column: 1,
    message: '',
    hint: '',
  } as const;
  const garden = resolveGarden(
    [
      logseqPage('z', { diagnostics: [{ ...skipped, path: 'logseq/pages/z.md' }] }),
      obsidianNote('c', { links: [wikiLink('gone', { line: 2 }), wikiLink('gone', { line: 1 })] }),
      obsidianNote('a', {
        visibility: 'private',
        diagnostics: [{ ...skipped, path: 'obsidian/a.md' }],
      }),
    ],
    [],
    [obsidianVault({ diagnostics: [skipped] })],
    { ...policy, publish: 'all' },
  );
  expect(garden.diagnostics.map(({ path, line }) => `${path}:${line}`)).toEqual([
    'logseq/pages/z.md:1',
    'obsidian/a.md:1',
    'obsidian/b.md:1',
    'obsidian/c.md:1',
    'obsidian/c.md:2',
  ]);
});
