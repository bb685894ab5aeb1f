/** Plugins in a whole import: the examples of the guide as they stand there, and plugins that fail. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Policy } from '../../garden/garden.ts';
import type { NotePage } from '../../garden/page.ts';
import { pageMarkdownFile, pageRecordFile } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { examineNotes } from '../examine-notes.ts';
import { GardenImport } from '../import-garden.ts';
import type { ImportReport } from '../report.ts';
import type { PluginSettings } from './load-plugins.ts';

const guide = readFileSync('notes/guide/Guide/Plugins.md', 'utf8');
const examples = [...guide.matchAll(/^```js\n([\s\S]*?)^```$/gmu)].map(([, code = '']) => code);

const policy: Policy = {
  ...{ url: '', base: '/', lang: 'en', embedDepth: 5 },
  ...({ publish: 'all', collapsed: 'open' } as const),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garden-plugins-'));
  put('logseq/logseq/config.edn', '{}');
  put('obsidian/.obsidian/app.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  const location = join(folder, 'notes', path);
  mkdirSync(dirname(location), { recursive: true });
  writeFileSync(location, text);
}

const settingsOf = (given: Partial<PluginSettings> = {}) => ({
  policy,
  plugins: { packages: [], trusted: [], ...given },
});

function run(given: Partial<PluginSettings> = {}): Promise<ImportReport> {
  const [notes, out, cache] = ['notes', 'out', 'cache'].map((name) => join(folder, name));
  const folders = { notes: notes ?? '', out: out ?? '', cache: cache ?? '' };
  return new GardenImport(folders, settingsOf(given)).run(noProgress);
}

const page = (id: string): NotePage =>
  JSON.parse(readFileSync(join(folder, 'out', pageRecordFile(id)), 'utf8'));
const words = (id: string) =>
  page(id)
    .search.map(({ text }) => text)
    .join('\n');
const messages = ({ diagnostics }: ImportReport) =>
  diagnostics.map(({ path, line, column, code, message }) => ({
    path,
    line,
    column,
    code,
    message,
  }));

function example(name: string): void {
  const code = examples.find((text) => text.includes(`name: '${name}'`)) ?? '';
  put(`.garden/plugins/${name}.mjs`, code);
}

test('the example of a fence shows a table in both programs, and its words are found', async () => {
  example('csv');
  put('obsidian/A.md', '```csv\na, <b>\n1, 2\n```\n');
  put('logseq/pages/B.md', '- ```csv\n  a, <b>\n  1, 2\n  ```\n');
  expect(messages(await run())).toEqual([]);
  for (const id of ['a', 'b']) {
    expect(page(id).html).toContain('<td>&#x3C;b></td>');
    expect(words(id)).toBe('a <b>\n1 2');
  }
});

test('the example of a macro is shown in the text of both programs', async () => {
  example('rating');
  put('obsidian/A.md', 'It is {{rating 4}}, `{{rating 4}}` and {{other}}.\n');
  put('logseq/pages/B.md', '- It is {{rating 2}}.\n');
  expect(messages(await run())).toEqual([]);
  expect(words('a')).toBe('It is ★★★★☆, {{rating 4}} and {{other}}.');
  expect(words('b')).toBe('It is ★★☆☆☆.');
});

test('links of the example of a transformation count, in both programs', async () => {
  example('rfc');
  put('obsidian/RFC 9110.md', 'Semantics.\n');
  put('obsidian/A.md', 'See RFC 9110.\n');
  put('logseq/pages/B.md', '- See RFC 9110, too.\n');
  expect(messages(await run())).toEqual([]);
  const backlinks = page('rfc-9110').backlinks;
  expect(backlinks.map(({ title }) => title)).toEqual(['A', 'B']);
  expect(backlinks.map(({ links }) => links)).toEqual([[0], [0]]);
});

test('the example of a page lists the notes, and its links count', async () => {
  example('books');
  put('obsidian/Dune.md', '---\nauthor: Herbert\n---\nSand.\n');
  put('logseq/pages/Emma.md', 'author:: Austen\n\n- Bath\n');
  const report = await run();
  expect(messages(report)).toEqual([]);
  expect([...report.decisions.keys()]).toEqual(['logseq/pages/Emma.md', 'obsidian/Dune.md']);
  expect(report.notes).toBe(2);
  expect(page('reading-list')).toMatchObject({
    title: 'Reading list',
    permalink: '/reading-list/',
  });
  expect(words('reading-list')).toBe('Dune, Herbert\nEmma, Austen');
  expect(page('dune').backlinks.map(({ title }) => title)).toEqual(['Reading list']);
});

const shouting = (html: string, more = '') =>
  `export default { name: 'shout', fence: { shout: ({ code }) => ({ html: ${html} }) }, ${more} };`;

test('HTML is cleaned unless the owner trusts the plugin by name', async () => {
  put('.garden/plugins/shout.mjs', shouting('`<p onclick="go()" style="order: 2">${code}</p>`'));
  put('obsidian/A.md', '```shout\nhello\n```\n');
  await run();
  expect(page('a').html).toBe('<div class="plugin" data-plugin="shout"><p>hello</p></div>');
  await run({ trusted: ['shout'] });
  expect(page('a').html).toContain('<p onclick="go()" style="order: 2">hello</p>');
  expect(words('a')).toBe('hello');
});

test('pages are made again when the code of a plugin changes, also in a module that it imports', async () => {
  put(
    '.garden/plugins/shout.mjs',
    `import { made } from './lib/made.mjs';\n${shouting('made(code)')}`,
  );
  put('.garden/plugins/lib/made.mjs', 'export const made = (code) => `<b>${code}</b>`;');
  put('obsidian/A.md', '```shout\nhello\n```\n');
  await run();
  put('.garden/plugins/lib/made.mjs', 'export const made = (code) => `<i>${code}</i>`;');
  await run();
  expect(page('a').html).toContain('<i>hello</i>');
});

test('a plugin that never ends is stopped at its note, and is asked again by the next run', async () => {
  const loop = (code: string) => `if (code.includes('loop')) for (;;); ${code}`;
  put(
    '.garden/plugins/slow.mjs',
    `export default { name: 'slow', fence: { slow: ({ code }) => { ${loop('return { html: "<i>done</i>" }')} } } };`,
  );
  put('.garden/plugins/quick.mjs', shouting('`<b>${code}</b>`'));
  put('obsidian/A.md', '```slow\nloop\n```\n\n```shout\nhello\n```\n');
  put('obsidian/B.md', '```slow\nfine\n```\n');
  const late = (path: string) => ({
    ...{ path, line: 1, column: 1, code: 'failed-plugin' },
    message:
      'The plugin “slow” failed: it did not end in time at obsidian/A.md, and is not asked any more.',
  });
  expect(messages(await run({ timeMs: 500 }))).toEqual([
    late('obsidian/A.md'),
    late('obsidian/B.md'),
  ]);
  expect(page('a').html).toContain('hello');
  put('obsidian/A.md', '```slow\nfine\n```\n');
  expect(messages(await run())).toEqual([]);
  for (const id of ['a', 'b']) expect(page(id).html).toContain('<i>done</i>');
});

test('a page that never ends costs its place only', async () => {
  put('.garden/plugins/slow.mjs', "export default { name: 'slow', page() { for (;;); } };");
  put('obsidian/A.md', 'text\n');
  expect(messages(await run({ timeMs: 500 }))).toMatchObject([
    { path: 'garden.yaml', message: 'The plugin “slow” failed: its pages did not end in time.' },
  ]);
  expect(page('a').html).toContain('text');
});

test('a plugin that fails costs its place, and is reported there', async () => {
  put(
    '.garden/plugins/bad.mjs',
    `export default {
      fence: { boom() { throw new Error('no power'); }, late: async () => 'x', odd: () => 7 },
      transform() { throw new Error('no tree'); },
      page() { return [{ address: '../up', title: 'T', markdown: '' }]; },
    };`,
  );
  put('obsidian/A.md', 'Before.\n\n```boom\ncode\n```\n\n```late\n```\n\n```odd\n```\n\nAfter.\n');
  put('logseq/pages/B.md', '- Before.\n- ```boom\n  code\n  ```\n- After.\n');
  const report = await run();
  const failed = (path: string, line: number, column: number, fault: string) => ({
    ...{ path, line, column, code: 'failed-plugin' },
    message: `The plugin “bad” failed: ${fault}`,
  });
  const late = 'it answered with a promise, and hooks answer at once.';
  expect(messages(report)).toEqual([
    failed('garden.yaml', 1, 1, '“../up” is no address such as “books/reading-list”.'),
    failed('logseq/pages/B.md', 1, 1, 'no tree'),
    failed('logseq/pages/B.md', 2, 3, 'no power'),
    failed('obsidian/A.md', 1, 1, 'no tree'),
    failed('obsidian/A.md', 3, 1, 'no power'),
    failed('obsidian/A.md', 7, 1, late),
    failed('obsidian/A.md', 10, 1, 'it answered with neither a text nor HTML.'),
  ]);
  for (const id of ['a', 'b']) {
    expect(page(id).html).toContain('<p>The plugin “bad” failed here.</p>');
    expect(words(id)).toBe('Before.\nAfter.');
  }
});

test('a tree that cannot be read costs the plugin, not the note', async () => {
  put(
    '.garden/plugins/bad.mjs',
    `export default { transform: (tree) => ({ ...tree, children: [{ type: 'paragraph' }] }) };`,
  );
  put('obsidian/A.md', 'Text.\n');
  const report = await run();
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['failed-plugin']);
  expect(words('a')).toBe('Text.');
});

test.for([
  ['export default 7;', 'its module has no default export that is an object.'],
  [
    'export default { fences: {} };',
    'there is no hook “fences”: there are fence, macro, transform, page.',
  ],
  ['export default { macro: { x: 1 } };', 'macro.x is no function.'],
  ["throw new Error('at once');", 'at once'],
  ['export default {', 'p.mjs:1:16: ERROR: Expected identifier but found end of file'],
  ["import './none.mjs';", 'p.mjs:1:7: ERROR: Could not resolve "./none.mjs"'],
] as const)('the module %j is not used, and the rest is', async ([code, fault]) => {
  put('.garden/plugins/p.mjs', code);
  example('rating');
  put('obsidian/A.md', '{{rating 1}}\n');
  const report = await run();
  expect(messages(report)).toEqual([
    {
      ...{ path: '.garden/plugins/p.mjs', line: 1, column: 1, code: 'failed-plugin' },
      message: `The plugin “.garden/plugins/p.mjs” failed: ${fault}`,
    },
  ]);
  expect(words('a')).toBe('★☆☆☆☆');
});

test('a package that garden.yaml names is a plugin; one that is not installed is reported', async () => {
  put('node_modules/garden-loud/package.json', '{ "type": "module", "exports": "./main.js" }');
  put('node_modules/garden-loud/main.js', shouting('`<b>${code}</b>`'));
  put('obsidian/A.md', '```shout\nhello\n```\n');
  const report = await run({ packages: ['garden-loud', 'garden-none'] });
  expect(page('a').html).toContain('<b>hello</b>');
  expect(messages(report).map(({ path, message }) => [path, message])).toEqual([
    [
      'garden.yaml',
      'The plugin “garden-none” failed: the package is not installed beside the notes.',
    ],
  ]);
});

test('modules in a folder inside of a vault are never run', async () => {
  const evil = "globalThis.evil = true; export default { name: 'evil' };";
  for (const place of ['.obsidian/plugins', '.garden/plugins', 'plugins']) {
    put(`obsidian/${place}/evil.mjs`, evil);
  }
  put('obsidian/A.md', 'a\n');
  await run();
  expect('evil' in globalThis).toBe(false);
});

test('names of private notes are not in what a plugin makes of a note', async () => {
  example('csv');
  put(
    '.garden/plugins/say.mjs',
    `const bare = ({ text }) => ({ html: '<i>' + text.replace(/[[\\]]/g, '').replace('&', '&amp;') + '</i>' });
     export default { name: 'say', macro: { say: bare } };`,
  );
  put('obsidian/Black & white.md', '---\npublish: false\n---\nSecret.\n');
  for (const path of ['obsidian/A.md', 'logseq/pages/B.md']) {
    put(path, '- {{say [[Black & white]]}} x\n');
  }
  await run({ trusted: ['say'] });
  for (const id of ['a', 'b']) {
    const all = JSON.stringify(page(id)) + readFileSync(join(folder, 'out', pageMarkdownFile(id)));
    expect(all).not.toMatch(/Black/u);
    expect(words(id)).toMatch(/ x$/u);
  }
});

test('the doctor lists plugins with their hooks, and what failed', async () => {
  example('rating');
  put('.garden/plugins/p.mjs', 'export default 7;');
  put('obsidian/A.md', '{{rating many}}\n');
  const { plugins, failed, notes } = await examineNotes(
    join(folder, 'notes'),
    settingsOf({ trusted: ['rating'] }),
  );
  expect(plugins).toEqual([
    {
      ...{ name: '.garden/plugins/p.mjs', from: '.garden/plugins/p.mjs', hooks: [] },
      ...{ trusted: false, fault: 'its module has no default export that is an object.' },
    },
    {
      ...{ name: 'rating', from: '.garden/plugins/rating.mjs', hooks: ['macro rating'] },
      ...{ trusted: true, fault: '' },
    },
  ]);
  expect(failed.map(({ path, line }) => [path, line])).toEqual([
    ['.garden/plugins/p.mjs', 1],
    ['obsidian/A.md', 1],
  ]);
  expect(notes.map(({ path }) => path)).toEqual(['obsidian/A.md']);
});
