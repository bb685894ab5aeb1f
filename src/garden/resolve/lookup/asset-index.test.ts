import { expect, test } from 'vitest';
import type { Asset, Policy } from '../../garden.ts';
import type { Link, Note, Vault } from '../../note.ts';
import {
  logseqGraph,
  logseqPage,
  markdownLink,
  obsidianNote,
  obsidianVault,
  policy,
  wikiLink,
} from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function assets(...paths: string[]): Asset[] {
  return paths.map((path) => ({ path, digest: path }));
}

function gardenOf(note: Note, files: Asset[], vault: Vault, changes: Partial<Policy> = {}) {
  return resolveGarden([note], files, [vault], { ...policy, ...changes });
}

/** The path of the file that a link in Systems/Kafka leads to, or the kind of its target. */
function followFile(link: Link, ...paths: string[]): string | undefined {
  const note = obsidianNote('Systems/Kafka', { links: [link] });
  const garden = gardenOf(note, assets(...paths), obsidianVault({ attachments: 'Attachments' }));
  const target = garden.notes.get('systems/kafka')?.targets[0];
  return target?.kind === 'asset' ? target.path : target?.kind;
}

test.for<[string, Link, string]>([
  ['by its name anywhere in the vault', wikiLink('a.png'), 'obsidian/x/y/a.png'],
  ['beside the note', markdownLink('a.png'), 'obsidian/Systems/a.png'],
  ['by steps', markdownLink('../img/a.png'), 'obsidian/img/a.png'],
  ['by path from the root', wikiLink('img/a.png'), 'obsidian/img/a.png'],
  ['by the end of its path', wikiLink('deep/a.png'), 'obsidian/x/deep/a.png'],
  ['in the attachment folder', wikiLink('pics/a.png'), 'obsidian/Attachments/pics/a.png'],
  ['in any case', wikiLink('A.PNG'), 'obsidian/x/a.png'],
  ['with decomposed letters', wikiLink('e\u0301.png'), 'obsidian/x/\u00e9.png'],
  ['that bears percent signs', wikiLink('a b.png'), 'obsidian/x/a%20b.png'],
  [
    'by the end of its path when the steps are wrong',
    markdownLink('../../x/a.png'),
    'obsidian/y/x/a.png',
  ],
  ['that is a document', wikiLink('board.canvas'), 'obsidian/boards/board.canvas'],
])('a file is found %s', ([, link, path]) => {
  expect(followFile(link, path, 'obsidian/z/other.png')).toBe(path);
});

test('a wrong path never leads to another file of the same name', () => {
  const link = markdownLink('../img/a.png', { kind: 'embed' });
  expect(followFile(link, 'obsidian/Private/a.png')).toBe('unresolved');
  expect(followFile(markdownLink('../a.png'), 'obsidian/Private/a.png')).toBe('unresolved');
});

test('of files with one name the nearest is shown', () => {
  expect(followFile(wikiLink('a.png'), 'obsidian/a.png', 'obsidian/Systems/img/a.png')).toBe(
    'obsidian/Systems/img/a.png',
  );
});

test('Logseq finds its assets however the path to them is written', () => {
  for (const name of [
    '../assets/a b.png',
    './assets/a b.png',
    'assets/a b.png',
    '/assets/a b.png',
  ]) {
    const page = logseqPage('p', { links: [markdownLink(name, { kind: 'embed' })] });
    const garden = gardenOf(page, assets('logseq/assets/a b.png'), logseqGraph());
    expect([...garden.assets]).toEqual([
      [
        'logseq/assets/a b.png',
        {
          asset: { path: 'logseq/assets/a b.png', digest: 'logseq/assets/a b.png' },
          permalink: '/assets/logseq/assets/a-b.png',
        },
      ],
    ]);
  }
});

test('the part after # in a link to a file is kept', () => {
  const note = obsidianNote('n', { links: [wikiLink('x.pdf#page=3')] });
  const garden = gardenOf(note, assets('obsidian/x.pdf'), obsidianVault());
  expect(garden.notes.get('n')?.targets).toEqual([
    { kind: 'asset', path: 'obsidian/x.pdf', fragment: 'page=3' },
  ]);
});

test('a file that is not there is a diagnostic', () => {
  const note = obsidianNote('n', {
    links: [wikiLink('x.png', { kind: 'embed', line: 7, column: 2 })],
  });
  expect(gardenOf(note, [], obsidianVault()).diagnostics).toEqual([
    {
      code: 'missing-asset',
      path: 'obsidian/n.md',
      line: 7,
      column: 2,
      message: 'The file “x.png” is not in the vault.',
      hint: '',
    },
  ]);
});

test('a name that only looks like a file is a note that nobody wrote', () => {
  const note = obsidianNote('n', { links: [wikiLink('Node.js')] });
  expect(gardenOf(note, [], obsidianVault()).diagnostics).toMatchObject([
    { code: 'unresolved-link' },
  ]);
});

test('only files that published notes show are published, at safe addresses of their own', () => {
  const files = assets(
    'obsidian/a#1?.png',
    'obsidian/A-1.PNG',
    'obsidian/100%.png',
    'obsidian/unused.png',
    'obsidian/folder.name/no extension',
  );
  const links = ['a#1?.png', 'A-1.PNG', '100%.png', 'folder.name/no extension'].map((name) =>
    wikiLink('', { name, anchor: null }),
  );
  const garden = gardenOf(obsidianNote('n', { links }), files, obsidianVault());
  const permalinks = [...garden.assets.values()].map(({ permalink }) => permalink);
  expect(permalinks).toEqual([
    '/assets/obsidian/100.png',
    '/assets/obsidian/A-1.PNG',
    '/assets/obsidian/a-1-2.png',
  ]);
});

test('the picture that the properties name is published and known', () => {
  const note = obsidianNote('n', { image: 'img/cover.png' });
  const garden = gardenOf(note, assets('obsidian/img/cover.png'), obsidianVault());
  expect(garden.notes.get('n')?.image).toBe('obsidian/img/cover.png');
  expect([...garden.assets.keys()]).toEqual(['obsidian/img/cover.png']);
});

test('a picture on another host is no file of the garden', () => {
  const note = obsidianNote('n', { image: 'https://example.org/cover.png' });
  const garden = gardenOf(note, assets('obsidian/cover.png'), obsidianVault());
  expect(garden.notes.get('n')).not.toHaveProperty('image');
  expect(garden.assets.size).toBe(0);
});

test('files that a Logseq graph hides, or the owner leaves out, are not there under any policy', () => {
  const page = logseqPage('p', { links: [markdownLink('../secret/a.png', { kind: 'embed' })] });
  const graph = logseqGraph({ hidden: ['secret/'] });
  const files = assets('logseq/secret/a.png');
  const sizeFor = (vault: Vault, changes: Partial<Policy>) =>
    gardenOf(page, files, vault, changes).assets.size;
  expect(sizeFor(logseqGraph(), {})).toBe(1);
  expect(sizeFor(graph, {})).toBe(0);
  expect(sizeFor(graph, { publish: 'all' })).toBe(0);
  expect(sizeFor(logseqGraph(), { publish: 'all', ignore: ['logseq/secret'] })).toBe(0);
});

test('settings, whiteboards and pages in Org mode are never files of the garden', () => {
  const paths = ['logseq/config.edn', 'whiteboards/w.edn', 'pages/private.org', 'logseq/custom.js'];
  const links = paths.map((path) => markdownLink(`../${path}`));
  const files = assets(...paths.map((path) => `logseq/${path}`), 'logseq/assets/a.edn');
  const garden = gardenOf(logseqPage('p', { links }), files, logseqGraph(), { publish: 'all' });
  expect(garden.assets.size).toBe(0);
});

test('files in excluded folders of Obsidian are shown where a note shows them', () => {
  const note = obsidianNote('n', { links: [wikiLink('a.png')] });
  const vault = obsidianVault({ hidden: ['Attachments/'] });
  expect(gardenOf(note, assets('obsidian/Attachments/a.png'), vault).assets.size).toBe(1);
});

test('a folder for attachments beside each note is that of the note', () => {
  const note = obsidianNote('b/n', { links: [markdownLink('x/a.png')] });
  const files = assets('obsidian/a/files/x/a.png', 'obsidian/b/files/x/a.png');
  const garden = gardenOf(note, files, obsidianVault({ attachments: './files' }));
  expect([...garden.assets.keys()]).toEqual(['obsidian/b/files/x/a.png']);
});
