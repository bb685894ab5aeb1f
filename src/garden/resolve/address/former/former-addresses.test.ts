import { expect, test } from 'vitest';
import type { FormerTool } from '../../../former-tool.ts';
import type { Note, PropertyValue } from '../../../note.ts';
import { obsidianNote, policy } from '../../fixtures/notes.ts';
import { formerAddresses } from './former-addresses.ts';

/** A note at a path of a vault, with these properties. */
function note(
  path: string,
  properties: Readonly<Record<string, PropertyValue>> = {},
  changes: Partial<Note> = {},
): Note {
  const name = path.replace(/\.md$/, '');
  const written = Object.entries(properties).map(([key, value]) => {
    return { key, value, line: 2, column: 1, content: [], shown: false };
  });
  return obsidianNote(name, {
    path: `obsidian/${path}`,
    title: String(properties['title'] ?? name),
    created: String(properties['date'] ?? ''),
    properties: written,
    ...changes,
  });
}

function addresses(
  from: FormerTool | null,
  patterns: readonly string[],
  ...given: Parameters<typeof note>
): string[] {
  const moved = { movedFrom: from === null ? [] : [from], formerAddresses: patterns };
  return formerAddresses(note(...given), { ...policy, ...moved });
}

test('a note without properties, from nowhere, had no other address', () => {
  expect(addresses(null, [], 'Systems/Kafka.md')).toEqual([]);
});

test('a note names its former addresses in the keys that programs have for them', () => {
  const properties = {
    redirect_from: ['/old/hello.html', 'https://old.example/%E6%97%A7/', 'old/third'],
    alias: '/hexo/alias/',
    aliases: ['A name', 'TCP/IP', '/hugo/old/', 'former.html'],
    permalink: '/fixed/hello.html',
    url: 'https://somewhere.example/article',
  };
  expect(addresses(null, [], 'a.md', properties)).toEqual([
    'old/hello.html',
    '旧',
    'old/third',
    'hexo/alias',
    'hugo/old',
    'former.html',
    'fixed/hello.html',
  ]);
});

test('what no file can answer, and what leads out of the site, is no address', () => {
  const odd = ['/?p=12', '/a/../../b', '/a:b', '/a#b', '/', 'x'.repeat(201), '/.htaccess', '/a\\b'];
  expect(addresses(null, [], 'a.md', { redirect_from: odd })).toEqual([]);
});

test.for<[FormerTool, string, Readonly<Record<string, PropertyValue>>, string[]]>([
  // The addresses are those that Jekyll 4.3, Hexo 8.1 and Hugo 0.111 gave these files.
  [
    'jekyll',
    '_posts/2024-05-01-hello-world.md',
    { date: '2024-05-01', categories: ['systems', 'Big logs'] },
    ['systems/big-logs/2024/05/01/hello-world.html'],
  ],
  [
    'jekyll',
    '_posts/2024-07-03-Third_Post C++.md',
    { date: '2024-07-04T10:00:00+02:00' },
    ['2024/07/04/Third_Post-C++.html'],
  ],
  [
    'jekyll',
    'travel/_posts/2024-05-01-x.md',
    { date: '2024-05-01', category: 'sea' },
    ['travel/sea/2024/05/01/x.html'],
  ],
  ['jekyll', 'notes/about.md', {}, ['notes/about.html']],
  ['jekyll', 'notes/index.md', {}, ['notes']],
  [
    'jekyll',
    '_posts/2024-05-01-x.md',
    { date: '2024-05-01', permalink: '/:year/:title/' },
    ['2024/x', '2024/05/01/x.html'],
  ],
  ['hexo', '_posts/Third Post.md', { date: '2024-07-01T23:30:00' }, ['2024/07/01/Third Post']],
  ['hexo', 'source/_posts/a/b.md', { date: '2024-07-01' }, ['2024/07/01/a/b']],
  ['hexo', 'source/about/index.md', {}, ['about']],
  ['hexo', '_posts/undated.md', {}, []],
  ['hugo', 'posts/My First Post.md', {}, ['posts/my-first-post']],
  ['hugo', 'content/posts/second.md', { slug: 'the-second-one' }, ['posts/the-second-one']],
  ['hugo', 'posts/third.md', { url: '/fixed/third.html' }, ['fixed/third.html', 'posts/third']],
  ['hugo', 'posts/bundle/index.md', {}, ['posts/bundle']],
  ['hugo', 'posts/a.md', { aliases: ['former', '/old/'] }, ['old', 'posts/a', 'posts/former']],
  ['quartz', 'Systems/C & D 100%.md', {}, ['Systems/C--and--D-100-percent']],
  ['quartz', 'content/Systems/index.md', {}, ['Systems']],
  ['obsidian-publish', 'Systems/Two words.md', {}, ['Systems/Two+words']],
  ['digital-garden', 'Systems/Über FooBar.md', {}, ['systems/ueber-foo-bar']],
  ['digital-garden', 'a.md', { 'dg-path': 'Shown/Here.md' }, ['shown/here']],
  ['wordpress', 'a.md', {}, []],
])('%s: the addresses of %s', ([tool, path, properties, expected]) => {
  expect(addresses(tool, [], path, properties)).toEqual(expected);
});

test.for<[FormerTool, string, string, string]>([
  ['hexo', '/posts/:abbrlink.html', '_posts/a.md', 'posts/3f5a.html'],
  ['hexo', ':category/:i_month/:name/', '_posts/sub/a.md', '系统/日志/5/a'],
  ['hexo', ':year/:missing/', '_posts/a.md', ''],
  ['jekyll', 'pretty', '_posts/2024-05-01-a.md', '系统/日志/2024/05/01/a'],
  ['jekyll', '/:short_year/:y_day/:slug:output_ext', '_posts/2024-05-01-A-b.md', '24/122/a-b.html'],
  ['hugo', '/:year/:month/:slug/', 'notes/dated.md', '2024/05/dated-a-note'],
  ['hugo', '/:section/:filename/', 'notes/Dated one.md', 'notes/dated-one'],
])('%s: the pattern %s', ([tool, pattern, path, expected]) => {
  const properties = {
    ...{ title: 'Dated: a note', date: '2024-05-01', abbrlink: '3f5a' },
    categories: ['系统', '日志'],
  };
  expect(addresses(tool, [pattern], path, properties).slice(0, 1)).toEqual(
    expected === '' ? [] : [expected],
  );
});

test('a Logseq page has only the addresses that it names itself', () => {
  const page = note('a.md', { redirect_from: '/old/' }, { dialect: 'logseq' });
  expect(formerAddresses(page, { ...policy, movedFrom: ['quartz'] })).toEqual(['old']);
});
