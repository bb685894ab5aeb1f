import { expect, test } from 'vitest';
import type { Policy } from '../../../garden.ts';
import type { Note } from '../../../note.ts';
import { parseNote } from '../../../parse/parse-note.ts';
import { obsidianVault, policy } from '../../fixtures/notes.ts';
import { applySchedule } from '../../publishing/apply-schedule.ts';
import { resolveGarden } from '../../resolve-garden.ts';

const vault = obsidianVault({ root: '' });

function read(files: Readonly<Record<string, string>>): Note[] {
  return Object.entries(files).map(([path, source]) => parseNote({ path, source }, vault).note);
}

function gardenOf(files: Readonly<Record<string, string>>, moved: Partial<Policy> = {}) {
  return resolveGarden(read(files), [], [vault], { ...policy, ...moved });
}

test('a post of Jekyll has the title, the date and the former address of its file’s name', () => {
  const garden = gardenOf(
    { '_posts/2024-05-01-hello-world.md': 'Text' },
    { movedFrom: ['jekyll'] },
  );
  expect([...garden.redirects]).toEqual([
    ['/2024/05/01/hello-world.html/', '/posts/2024-05-01-hello-world/'],
  ]);
  const [post] = garden.notes.values();
  expect(post?.note).toMatchObject({ title: 'Hello World', created: '2024-05-01', journal: null });
});

test('an address that ends in .html is a page without it, and redirects', () => {
  const garden = gardenOf({ 'a.md': '---\npermalink: /fixed/a.html\n---\n' });
  expect([...garden.notes.keys()]).toEqual(['fixed/a']);
  expect([...garden.redirects]).toEqual([
    ['/a/', '/fixed/a/'],
    ['/fixed/a.html/', '/fixed/a/'],
  ]);
});

test('a pattern of Jekyll is a former address, and a word that names one is an address', () => {
  const files = {
    '_posts/2024-05-01-a.md': '---\npermalink: /:year/:title/\n---\n',
    'b.md': '---\npermalink: date\n---\n',
  };
  const garden = gardenOf(files, { movedFrom: ['jekyll'] });
  expect([...garden.notes.keys()]).toEqual(['date', 'posts/2024-05-01-a']);
  expect(garden.redirects.get('/2024/a/')).toBe('/posts/2024-05-01-a/');
});

test('the address that the Digital Garden plugin fixed is the page’s', () => {
  const garden = gardenOf({ 'A note.md': '---\ndg-permalink: my/note\n---\n' });
  expect([...garden.notes.keys()]).toEqual(['my/note']);
});

test('pages of Quartz and Obsidian Publish keep their capitals', () => {
  const alias = '---\naliases: [Old Name]\n---\n';
  const files = { 'Systems/Kafka Streams.md': alias, 'Systems/index.md': '' };
  const garden = gardenOf(files, { movedFrom: ['quartz'] });
  expect([...garden.notes.keys()]).toEqual(['Systems', 'Systems/Kafka-Streams']);
  expect([...garden.redirects]).toEqual([['/Old-Name/', '/Systems/Kafka-Streams/']]);
  const published = gardenOf(files, { movedFrom: ['obsidian-publish'] });
  expect(published.redirects.get('/Systems/Kafka+Streams/')).toBe('/Systems/Kafka-Streams/');
  expect([...gardenOf(files).notes.keys()]).toEqual(['systems', 'systems/kafka-streams']);
});

test('categories of a blog are tags, and their lists lead to them', () => {
  const files = {
    'a.md': '---\ntags: [raft]\ncategories:\n  - [Big logs, 系统]\n---\n',
    'b.md': '---\ncategory: Raft\n---\n',
  };
  const garden = gardenOf(files, { movedFrom: ['hexo'] });
  expect([...garden.tags.keys()]).toEqual(['big-logs', 'raft', '系统']);
  expect(garden.redirects.get('/categories/big-logs/')).toBe('/tags/big-logs/');
  expect(garden.redirects.get('/categories/')).toBe('/tags/');
  expect(garden.redirects.get('/archives/')).toBe('/recent/');
  expect([...gardenOf(files).tags.keys()]).toEqual(['raft']);
});

test('an address that another page has does not redirect', () => {
  const garden = gardenOf({ 'a.md': '---\nredirect_from: [/B/, /tags/x/]\n---\n', 'b.md': '' });
  expect([...garden.redirects]).toEqual([]);
});

test('posts of the future are held back, except by programs that publish them', () => {
  const files = {
    '_posts/2099-01-01-post.md': '',
    'dated.md': '---\ndate: 2099-01-01\n---\n',
    'past.md': '---\ndate: 2024-01-01\n---\n',
  };
  const held = (movedFrom?: Policy['movedFrom']) =>
    applySchedule(read(files), Date.parse('2026-01-01'), movedFrom && { movedFrom })
      .filter(({ visibility }) => visibility === 'private')
      .map(({ path }) => path);
  expect(held()).toEqual(['_posts/2099-01-01-post.md']);
  expect(held(['hexo'])).toEqual([]);
  expect(held(['jekyll'])).toEqual(['_posts/2099-01-01-post.md', 'dated.md']);
});

test('tags of templates are reported in notes that readers see', () => {
  const files = { 'a.md': '{% raw %}', 'b.md': '---\ndraft: true\n---\n{% raw %}' };
  const { diagnostics } = gardenOf(files);
  expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['template-tag', 'a.md']]);
});

test('links between posts by their former addresses lead to the notes', () => {
  const files = {
    '_posts/2024-05-01-a.md': '[b](/x/b/#part) [c](/c.html) [d](/2024/05/02/d.html) [e](/nowhere/)',
    'b.md': '---\npermalink: /x/b\n---\n# Part',
    'c.md': '---\nredirect_from: /c.html\n---\n',
    '_posts/2024-05-02-d.md': '---\npublished: false\n---\n',
  };
  const garden = gardenOf(files, { movedFrom: ['jekyll'] });
  expect(garden.notes.get('posts/2024-05-01-a')?.targets).toEqual([
    { kind: 'note', id: 'x/b', fragment: 'part' },
    { kind: 'note', id: 'c', fragment: '' },
    { kind: 'private' },
    { kind: 'unresolved' },
  ]);
});
