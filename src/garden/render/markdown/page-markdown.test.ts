import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import type { Policy } from '../../garden.ts';
import type { Note, Vault } from '../../note.ts';
import { readLogseqVault } from '../../parse/logseq/vault/vault.ts';
import { readObsidianVault } from '../../parse/obsidian/vault/vault.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { highlighter } from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';
import { pageMarkdown } from './page-markdown.ts';

const policy: Policy = {
  publish: 'all',
  url: 'https://a.example/',
  base: '/garden/',
  lang: 'en',
  collapsed: 2,
  embedDepth: 3,
};

const id = '6543a8e0-1111-4222-8333-444455556666';
const around = {
  obsidian: {
    'Kafka.md': 'A *log*.[^1]\n\n## Part\n\nEnd.\n\n[^1]: Once.\n',
    'Secret.md': '---\npublish: false\n---\nHidden.',
  },
  logseq: {
    'pages/Kafka.md': `- A *log*.\n  id:: ${id}\n\t- below`,
    'pages/Secret.md': 'public:: false\n\n- Hidden.',
  },
};

/** The Markdown of the first of these notes. */
function markdownOf(vault: Vault, files: Readonly<Record<string, string>>): string {
  const bodies = new Map<string, Root>();
  const notes: Note[] = [];
  for (const [path, source] of Object.entries(files)) {
    const { note, body } = parseNote({ path, source }, vault);
    notes.push(note);
    bodies.set(path, body);
  }
  const garden = resolveGarden(notes, [{ path: 'a.png', digest: '' }], [vault], policy);
  const first = [...garden.notes.values()].find(({ note }) => note === notes[0]);
  return renderNote(garden, first?.id ?? '', {
    body: (path) => bodies.get(path) ?? { type: 'root', children: [] },
    drawing: () => ({ kind: 'failed', message: 'Nothing is drawn here.', line: null }),
    highlighter,
    copy: pageMarkdown,
  }).markdown;
}

function obsidian(source: string): string {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  return markdownOf(vault, { 'A.md': source, ...around.obsidian });
}

function logseq(source: string): string {
  const vault = readLogseqVault('', null, []);
  return markdownOf(vault, { 'pages/A.md': source, ...around.logseq });
}

/** What stands below the title. */
function below(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n\n# A\n\n/, '').trimEnd();
}

const kafka = '[Kafka](https://a.example/garden/kafka/)';

test('the facts of a page are before its title, its properties below', () => {
  const note = [
    '---\ntitle: "Ä: 术语"\naliases: [One, Two]\ntags: [x/y]\nauthor: "[[Kafka|him]]"\nrating: 9',
    'created: 2026-01-02\nupdated: 2026-01-03\nlang: zh\n---\ntext #tag',
  ];
  expect(obsidian(note.join('\n'))).toBe(`---
title: "Ä: 术语"
source: https://a.example/garden/a/
lang: zh
aliases:
  - One
  - Two
tags:
  - x/y
  - tag
created: 2026-01-02
modified: 2026-01-03
---

# Ä: 术语

- author: [him](https://a.example/garden/kafka/)
- rating: 9

text [#tag](https://a.example/garden/tags/tag/)
`);
});

test('a journal says its day', () => {
  const vault = readLogseqVault('', null, []);
  expect(markdownOf(vault, { 'journals/2026_01_04.md': '- walked' })).toBe(`---
title: Jan 4th, 2026
source: https://a.example/garden/journals/2026-01-04/
lang: en
date: 2026-01-04
---

# Jan 4th, 2026

- walked
`);
});

test.each<[string, string, string]>([
  [
    'links to notes',
    'See [[Kafka]] and [[Kafka#Part|it]].',
    `See ${kafka} and [it](https://a.example/garden/kafka/#part).`,
  ],
  [
    'links within the page',
    '## One\n\n[[#One]]',
    '## One\n\n[One](https://a.example/garden/a/#one)',
  ],
  [
    'links that lead nowhere',
    '[[Nobody]] [[Secret]] [[Secret|ours]]',
    'Nobody unpublished note ours',
  ],
  ['headings below the title', '# One\n\n### Two', '## One\n\n#### Two'],
  ['emphasis', '**a** *b* ~~c~~ ==d== `e`', '**a** *b* ~~c~~ ==d== `e`'],
  [
    'emphasis between punctuation and Chinese',
    '见**“引号”**后，**中文**后',
    '见<strong>“引号”</strong>后，**中文**后',
  ],
  [
    'emphasis of a link between Chinese',
    '见**[[Kafka|日志]]**后，*又**好***的',
    '见<strong>[日志](https://a.example/garden/kafka/)</strong>后，<em>又**好**</em>的',
  ],
  ['strong words in strong ones', '**a __b__ c**', '**a b c**'],
  [
    'what Markdown has no sign for',
    'x<sup>2</sup> <kbd>K</kbd> <u>u</u>',
    'x<sup>2</sup> <kbd>K</kbd> <u>u</u>',
  ],
  ['signs that mean nothing', '5 \\* 6 \\[[Kafka]] $5', '5 \\* 6 \\[\\[Kafka]] \\$5'],
  ['comments', 'seen %%hidden%%\n\n%%\nhidden\n%%\n\n<!-- hidden -->\n\nseen', 'seen\n\nseen'],
  ['tasks', '- [ ] a\n- [x] b\n- [/] c\n\t- d', '- [ ] a\n- [x] b\n- [/] c\n  - d'],
  ['numbered lists', '3. a\n4. b', '3. a\n4. b'],
  [
    'code',
    '~~~js\n```\n[[no]]\n~~~\n\n```unheard-of\nx\n```',
    '````js\n```\n[[no]]\n````\n\n```unheard-of\nx\n```',
  ],
  ['formulas', '$a_1$ and\n\n$$\n\\int *x*\n$$', '$a_1$ and\n\n$$\n\\int *x*\n$$'],
  [
    'diagrams',
    '```mermaid\ngraph LR\nA["[[Kafka]]"]\n```',
    '```mermaid\ngraph LR\nA["[[Kafka]]"]\n```',
  ],
  [
    'no source of a diagram that names a private note',
    'a\n\n```mermaid\ngraph LR\nA["[[Secret]]"]\n```\n\nb',
    'a\n\nb',
  ],
  [
    'tables',
    '| a | b |\n|---|:-:|\n| **c** | $\\vert x$ [[Kafka\\|k]] |',
    '| a | b |\n| - | :-: |\n| **c** | $\\vert x$ [k](https://a.example/garden/kafka/) |',
  ],
  [
    'blocks in a cell',
    '<table><tr><td>a<ul><li>b</li><li>c</li></ul></td></tr></table>',
    '| |\n| - |\n| a<br>• b<br>• c |',
  ],
  [
    'boxes of the author that bear the names of ours',
    '<div class="callout">a</div>\n\n<dl class="properties"><dt>b</dt><dd>c</dd></dl>',
    'a\n\n- b\n\n  c',
  ],
  [
    'code in a cell',
    '<table><tr><td>a<pre><code>b\nc | d</code></pre>e</td></tr></table>',
    '| |\n| - |\n| a<br>`b`<br>`c \\| d`<br>e |',
  ],
  [
    'callouts',
    '> [!tip]- My *title*\n> text\n> - list\n\n> [!faq]\n> > quote',
    '> [!tip]- My *title*\n> text\n>\n> - list\n\n> [!question]\n>\n> > quote',
  ],
  ['footnotes', 'a[^x] b[^x]\n\n[^x]: *note*', 'a[^x] b[^x]\n\n[^x]: *note*'],
  ['a footnote whose name only looks encoded', 'a[^5%of]\n\n[^5%of]: b', 'a[^5%of]\n\n[^5%of]: b'],
  [
    'pictures',
    '![[a.png|cat|300]] ![far](https://example.org/b.png)',
    '![cat](https://a.example/garden/assets/a.png) ![far](https://example.org/b.png)',
  ],
  [
    'an embedded note',
    '![[Kafka]]',
    `> A *log*.[^embed-1-1]\n>\n> ## Part\n>\n> End.\n>\n> [^embed-1-1]: Once.\n>\n> — ${kafka}`,
  ],
  [
    'an embedded section',
    '## B\n\n![[Kafka#Part]]',
    '## B\n\n> ### Part\n>\n> End.\n>\n> — [Kafka](https://a.example/garden/kafka/#part)',
  ],
  [
    'queries',
    '```dataview\nTABLE rating\nWHERE file.name = "Kafka"\n```',
    `1 result\n\n| File | rating |\n| - | - |\n| ${kafka} | |`,
  ],
  [
    'what only the program shows',
    '```dataviewjs\ndv.list()\n```',
    '> A script of the Dataview plugin runs only in Obsidian.\n>\n> ```\n> dv.list()\n> ```',
  ],
])('of Obsidian: %s', (_what, source, expected) => {
  expect(below(obsidian(source))).toBe(expected);
});

test.each<[string, string, string]>([
  ['an outline', '- one\n\t- two\n\t\t- three\n- four', '- one\n  - two\n    - three\n- four'],
  ['headings in it', '- ## One\n\t- below\n- # Two', '- ### One\n  - below\n- ## Two'],
  [
    'numbered blocks',
    '- one\n  logseq.order-list-type:: number\n- two\n  logseq.order-list-type:: number\n- three',
    '1. one\n2. two\n\n- three',
  ],
  [
    'lines that go on',
    '- one\n  two\n  author:: [[Kafka]]\n  rating:: 9',
    `- one\\\n  two\n\n  author: ${kafka}\\\n  rating: 9`,
  ],
  [
    'tasks',
    '- TODO [#A] write\n  SCHEDULED: <2026-01-02 Fri 10:00>\n- DONE read',
    '- [ ] TODO [#A] write\n\n  Scheduled 2026-01-02 10:00\n- [x] DONE read',
  ],
  ['a task that is only important', '- [#B] write', '- [#B] write'],
  [
    'block references',
    `- see ((${id}))`,
    `- see [A *log*.](https://a.example/garden/kafka/#${id})`,
  ],
  [
    'embeds',
    `- {{embed ((${id}))}}`,
    `- > - A *log*.\n  >   - below\n  >\n  > — [Kafka](https://a.example/garden/kafka/#${id})`,
  ],
  ['covered words', '- {{cloze answer \\\\ cue}} {{cloze plain}}', '- (cue) answer plain'],
  ['admonitions', '- #+BEGIN_TIP\n  one [[Kafka]]\n  #+END_TIP', `- > [!tip]\n  > one ${kafka}`],
  [
    'queries',
    '- TODO one\n- {{query (task TODO)}}',
    '- [ ] TODO one\n- 1 result\n  - [ ] TODO one [A](https://a.example/garden/a/#b-025sk8fjj8w)',
  ],
  [
    'films',
    '- {{video https://www.youtube.com/watch?v=aaaaaaaaaaa}}',
    '- [Watch or listen at youtube.com](https://www.youtube.com/watch?v=aaaaaaaaaaa)',
  ],
  [
    'private properties and notes',
    '- one [[Secret]]\n  id:: 6543a8e0-1111-4222-8333-444455556667\n  collapsed:: true\n- #+BEGIN_COMMENT\n  hidden\n  #+END_COMMENT',
    '- one unpublished note',
  ],
])('of Logseq: %s', (_what, source, expected) => {
  expect(below(logseq(source))).toBe(expected);
});

test('a board is a list of its cards and one of its arrows', () => {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  const place = { x: 0, y: 0, width: 90, height: 40 };
  const nodes = [
    { id: 'a', type: 'text', text: 'one [[Kafka]]', ...place },
    { id: 'b', type: 'group', label: 'Group', ...place },
  ];
  const edges = [{ id: 'e', fromNode: 'a', toNode: 'b', label: 'then' }];
  const board = JSON.stringify({ nodes, edges });
  expect(below(markdownOf(vault, { 'A.canvas': board, ...around.obsidian }))).toBe(
    `- **Group**\n\n- one ${kafka}\n\n---\n\n- one Kafka → Group: then`,
  );
});
