import { expect, test } from 'vitest';
import { parseNote } from '../../parse-note.ts';
import { readLogseqVault } from '../vault/vault.ts';
import { orgToMarkdown } from './org.ts';
import { whiteboardToMarkdown } from './whiteboard.ts';

const graph = readLogseqVault('', '{:publishing/all-pages-public? true}', []);

test('Org is written as Markdown, line by line', () => {
  const org = [
    '#+TITLE: Org page',
    '#+FILETAGS: :one:two:',
    '* TODO A *bold* /word/ and ~*code*~',
    ':PROPERTIES:',
    ':id: 60aba888-5cf4-4cb0-94df-1e4a07b3af34',
    ':END:',
    '** [[Page]] [[Page][label]] [[https://a.example/b/c][site]]',
    'more +gone+ a * b * c',
    '#+BEGIN_SRC js',
    '* not a block',
    '#+END_SRC',
  ];
  expect(orgToMarkdown(org.join('\n')).split('\n')).toEqual([
    'title:: Org page',
    'tags:: one, two',
    '- TODO A **bold** *word* and `*code*`',
    '',
    '  id:: 60aba888-5cf4-4cb0-94df-1e4a07b3af34',
    '',
    '\t- [[Page]] [label]([[Page]]) [site](https://a.example/b/c)',
    '\t  more ~~gone~~ a * b * c',
    '\t  #+BEGIN_SRC js',
    '\t  * not a block',
    '\t  #+END_SRC',
  ]);
});

test('an Org page has a title, blocks, links and switches as any other', () => {
  const source = '#+TITLE: Org page\n#+PUBLIC: false\n* See [[Page]]\n** below\n';
  const { note } = parseNote({ path: 'pages/x.org', source }, graph);
  expect([note.title, note.visibility, note.blocks.map(({ text }) => text)]).toEqual([
    'Org page',
    'private',
    ['See Page', 'below'],
  ]);
  expect(note.links.map(({ name }) => name)).toEqual(['Page']);
});

const board = `{:blocks ({:block/properties {:logseq.tldraw.shape {:type "text" :index 2 :text "Second [[A]]"}}}
  {:block/properties {:logseq.tldraw.shape {:type "box" :index 1 :label "First\\nline"}}}
  {:block/properties {:logseq.tldraw.shape {:type "line" :index 3 :label ""}}}
  {:block/properties {:logseq.tldraw.shape {:type "logseq-portal" :index 4 :pageId "B"}}})
 :pages ({:block/original-name "My Board" :block/properties {:public false :ls-type :whiteboard-page}})}`;

test('a whiteboard is a page with its texts and links', () => {
  expect(whiteboardToMarkdown(board).split('\n')).toEqual([
    'title:: My Board',
    'public:: false',
    '',
    '- First',
    '  line',
    '- Second [[A]]',
    '- [[B]]',
  ]);
  const { note } = parseNote({ path: 'whiteboards/x.edn', source: board }, graph);
  expect([note.title, note.visibility]).toEqual(['My Board', 'private']);
  expect(note.links.map(({ name }) => name)).toEqual(['A', 'B']);
});
