import { expect, test } from 'vitest';
import { readLogseqVault } from './vault.ts';

test('a graph without settings publishes page by page and reads names the old way', () => {
  expect(readLogseqVault('graph', null, [])).toEqual({
    root: 'graph',
    dialect: 'logseq',
    publishing: 'opt-in',
    hidden: ['logseq/bak/', 'logseq/.recycle/', 'logseq/version-files/'],
    home: null,
    favorites: [],
    attachments: 'assets',
    strictLineBreaks: false,
    fileNames: 'legacy',
    journalFormats: ['MMM do, yyyy', 'yyyy-MM-dd', 'yyyy_MM_dd'],
    journalFolder: 'journals',
    pageFolder: 'pages',
    macros: {},
    hiddenProperties: [],
    listProperties: [],
    diagnostics: [],
  });
});

test('what the settings say is read', () => {
  const config = `{:publishing/all-pages-public? true
    :file/name-format :triple-lowbar
    :journal/page-title-format "yyyy-MM-dd EEE"
    :journal/file-name-format "yyyyMMdd"
    :journals-directory "diary" :pages-directory "notes"
    :default-home {:page "Contents"} :favorites ["A" "B"]
    :hidden ["/private" "drafts"]
    :macros {"issue" "[#$1](https://example.org/$1)" :key "value" "code" (fn [] 1)}
    :block-hidden-properties #{:secret}
    :property/separated-by-commas #{:authors}}`;
  expect(readLogseqVault('', config, [])).toMatchObject({
    publishing: 'all',
    fileNames: 'triple-lowbar',
    journalFormats: ['yyyy-MM-dd EEE', 'MMM do, yyyy', 'yyyy-MM-dd', 'yyyy_MM_dd', 'yyyyMMdd'],
    journalFolder: 'diary',
    pageFolder: 'notes',
    home: 'Contents',
    favorites: ['A', 'B'],
    hidden: ['logseq/bak/', 'logseq/.recycle/', 'logseq/version-files/', 'private', 'drafts'],
    macros: { issue: '[#$1](https://example.org/$1)', key: 'value' },
    hiddenProperties: ['secret'],
    listProperties: ['authors'],
    diagnostics: [],
  });
});

test('the older name of the switch counts where the newer one is missing', () => {
  expect(readLogseqVault('', '{:all-pages-public? true}', []).publishing).toBe('all');
  const both = '{:all-pages-public? true :publishing/all-pages-public? false}';
  expect(readLogseqVault('', both, []).publishing).toBe('opt-in');
});

test.each([
  ['{:publishing/all-pages-public? "true"}', 1, 1],
  ['{:publishing/all-pages-public? true :publishing/all-pages-public? false}', 1, 1],
  ['{:publishing/all-pages-public? true\n :macros {"a" "b}', 2, 15],
  ['{:publishing/all-pages-public? true', 1, 1],
  ['[:publishing/all-pages-public? true]', 1, 1],
  ['', 1, 1],
])('settings that cannot be trusted close the graph: %j', (config, line, column) => {
  const vault = readLogseqVault('graph', config, []);
  expect(vault.publishing).toBe('unreadable');
  expect(
    vault.diagnostics.map(({ code, path, ...rest }) => [code, path, rest.line, rest.column]),
  ).toEqual([['invalid-config', 'graph/logseq/config.edn', line, column]]);
});

test('drawings are listed; whiteboards and org pages are read', () => {
  const paths = [
    'graph/pages/a.md',
    'graph/pages/b.org',
    'graph/whiteboards/w.edn',
    'graph/draws/d.excalidraw',
    'graph/logseq/config.edn',
    'graph/assets/paper.edn',
  ];
  const { diagnostics } = readLogseqVault('graph', '{}', paths);
  expect(diagnostics.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['skipped-file', 'graph/draws/d.excalidraw', 'A drawing is not published.'],
  ]);
});

test.for(['{:hidden {"/a" true}}', '{:hidden 3}', '{:hidden ["/a" 3]}'])(
  'hidden paths that cannot be read (%s) close publishing',
  (config) => {
    const open = config.replace('{', '{:publishing/all-pages-public? true ');
    expect(readLogseqVault('', open, [])).toMatchObject({
      publishing: 'unreadable',
      diagnostics: [{ code: 'invalid-config', message: ':hidden must be a list of paths.' }],
    });
  },
);

test('a page whose file name starts with a dot is skipped, with what to do', () => {
  const { diagnostics } = readLogseqVault('g', null, ['g/pages/.NET.md', 'g/pages/a.md']);
  expect(diagnostics.map(({ code, path, hint }) => [code, path, hint])).toEqual([
    [
      'skipped-file',
      'g/pages/.NET.md',
      'Write the first dot of the name as “%2E”, as Logseq does.',
    ],
  ]);
});
