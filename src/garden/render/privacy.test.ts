import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import type { Garden } from '../garden.ts';
import type { Note, Vault } from '../note.ts';
import { readLogseqVault } from '../parse/logseq/vault/vault.ts';
import { readObsidianVault } from '../parse/obsidian/vault/vault.ts';
import { parseNote } from '../parse/parse-note.ts';
import { resolveGarden } from '../resolve/resolve-garden.ts';
import { highlighter } from './fixtures/hand-made.ts';
import { pageMarkdown } from './markdown/page-markdown.ts';
import { renderGhost } from './render-ghost.ts';
import { renderNote } from './render-note.ts';
import { renderSite, summaries } from './render-site.ts';
import { renderTag } from './render-tag.ts';

/** Everything that the site would hold of these notes, as one text. */
function published(vault: Vault, files: Readonly<Record<string, string>>): string {
  const bodies = new Map<string, Root>();
  const notes: Note[] = [];
  for (const [path, source] of Object.entries(files)) {
    const { note, body } = parseNote({ path, source }, vault);
    notes.push(note);
    bodies.set(path, body);
  }
  const policy = {
    publish: 'all',
    url: '',
    base: '/',
    lang: 'en',
    collapsed: 2,
    embedDepth: 5,
  } as const;
  const garden = resolveGarden(notes, [], [vault], policy);
  return JSON.stringify(recordsOf(garden, bodies), null, 1);
}

function recordsOf(garden: Garden, bodies: ReadonlyMap<string, Root>): unknown[] {
  const sources = {
    body: (path: string) => bodies.get(path) ?? { type: 'root' as const, children: [] },
    drawing: () => ({ kind: 'failed' as const, message: 'Nothing is drawn here.', line: 2 }),
    highlighter,
    copy: pageMarkdown,
  };
  return [
    ...[...garden.notes.keys()].map((id) => renderNote(garden, id, sources)),
    ...[...garden.ghosts.keys()].map((id) => renderGhost(garden, id)),
    ...[...garden.tags.keys()].map((tag) => renderTag(garden, tag)),
    renderSite(garden),
    summaries(garden, new Map()),
  ];
}

const everyWay = `Before [[Zebra plan]] and [[Public]] stand together. See [[Zebra plan|our plan]].

## About [[Zebra plan]] itself

![[Zebra plan]] and ![[Zebra plan#Deep]]

Here [[Public]], then [[folder/Zebra plan]] and [[Zebra plan#Deep|that part]].

| a | b |
|---|---|
| [[Zebra plan]] | [[#About Zebra plan itself]] |

> [!note] On [[Zebra plan]]
> text

\`\`\`mermaid
flowchart LR
  A["[[Zebra plan]]"] --> B
\`\`\`

\`\`\`dataview
TABLE related FROM "/"
\`\`\`

\`\`\`dataview
TABLE file.size FROM [[Zebra plan]] OR [[Zebra plan#Deep|z]] OR [[Public]]
\`\`\`
`;

test('an Obsidian note that is private leaves no trace of its name', () => {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  const text = published(vault, {
    'folder/Zebra plan.md':
      '---\nprivate: true\naliases: [Stripes]\n---\n# Deep\nhorses in pyjamas #zoo\n',
    'Open.md': `---\nrelated: "[[Zebra plan]]"\n---\n${everyWay}`,
    'Public.md': '# Public\n\nSome text that links to [[Open]] near [[Zebra plan]].\n',
    'Other.md':
      '![[Open]] and ![[Open#About Zebra plan itself]] and [[Open#About Zebra plan itself]]\n',
  });
  expect(text).toContain('our plan');
  expect(text).toMatch(/\[\[…\]\][^`]{0,40}\[\[Public\]\]/);
  expect(text.match(/.{0,60}(zebra|stripes|pyjamas|zoo).{0,40}/giu)).toBe(null);
});

const everyBlock = `related:: [[Zebra plan]]

- Before [[Zebra plan]] and [[Public]] stand together #[[Zebra plan]]
- ## About [[Zebra plan]]
  id:: 66666666-6666-4666-8666-666666666666
- {{embed [[Zebra plan]]}}
- ((77777777-7777-4777-8777-777777777777)) and {{embed ((77777777-7777-4777-8777-777777777777))}}
- [our plan]([[Zebra plan]]) #zebra-tag
  owner:: [[Zebra plan]]
- [[Public]]
- {{query [[Zebra plan]]}} {{namespace Zebra plan}}
- [[Zebra plan/Child]] and #[[Zebra plan/Other]]
- #+BEGIN_QUERY
  {:query (and [[Zebra plan]] [[Public]] (nonsense 1))}
  #+END_QUERY
`;

test('a Logseq page that is private leaves no trace of its name or its blocks', () => {
  const config = '{:publishing/all-pages-public? true :file/name-format :triple-lowbar}';
  const vault = readLogseqVault('', config, []);
  const text = published(vault, {
    'pages/Zebra plan.md':
      'public:: false\nalias:: Stripes\n\n- horses in pyjamas\n  id:: 77777777-7777-4777-8777-777777777777\n',
    'pages/Open.md': everyBlock,
    'pages/Public.md':
      '- [[Open]] near [[Zebra plan]]\n- ((66666666-6666-4666-8666-666666666666))\n',
  });
  expect(text).toContain('our plan');
  expect(text).toMatch(/\[\[…\]\][^`]{0,40}\[\[Public\]\]/);
  expect(text.replaceAll('zebra-tag', '').match(/.{0,60}(zebra|stripes|pyjamas).{0,40}/giu)).toBe(
    null,
  );
});

test('keys of properties and addresses of Logseq name no private page', () => {
  const config = '{:publishing/all-pages-public? true}';
  const text = published(readLogseqVault('', config, []), {
    'pages/Zebra.md': 'public:: false\n',
    'pages/Open.md':
      '[[Zebra]]:: x\nsource:: logseq://graph/g?page=Zebra\n\n- a\n  [[Zebra]]:: y\n- see [Zebra](logseq://graph/g?page=zebra)\n',
    'pages/Public.md': '- [[Open]] logseq://graph/g?page=Zebra\n',
  });
  expect(text.match(/.{0,60}zebra.{0,40}/giu)).toBe(null);
});

test('words that equal a private name, and addresses of published pages, stay as written', () => {
  const text = publishedBeside(
    'A zebra runs. obsidian://open?file=Public https://b.example/zebra/ [zebra](https://b.example)\n',
  );
  expect(text).toContain('A zebra runs.');
  expect(text).toContain('obsidian://open?file=Public');
  expect(text).toContain('https://b.example/zebra/');
  expect(text).toContain('>zebra</a>');
});

/** Everything that the site would hold of one Obsidian note beside two private ones. */
function publishedBeside(source: string): string {
  const vault = readObsidianVault('', { app: null, publish: null }, []);
  return published(vault, {
    'Zebra.md': '---\nprivate: true\n---\n',
    'Zebra plan.md': '---\nprivate: true\n---\n',
    'Open.md': source,
    'Public.md': 'text\n',
  });
}

const links = '[[Zebra]], [[Zebra plan]] and [[Public]].';

test.for<[string, string]>([
  ['a private name within a longer one', `${links}\n`],
  ['a description', `---\ndescription: On Zebra plan\n---\n${links}\n`],
  [
    'the heading above a diagram',
    `## About [[Zebra plan]]\n\n\`\`\`mermaid\nflowchart LR\n  A --> B\n\`\`\`\n\n${links}\n`,
  ],
])('%s leaves nothing of a private name', ([, source]) => {
  expect(publishedBeside(source).match(/.{0,60}(zebra|\bplan\b).{0,40}/giu)).toBe(null);
});

test('the title of a query for a namespace without public pages is not shown', () => {
  const config = '{:publishing/all-pages-public? true}';
  const text = published(readLogseqVault('', config, []), {
    'pages/Zebra.md': 'public:: false\n',
    'pages/Open.md': '- {{namespace Zebra}}\n',
  });
  expect(text.match(/zebra/giu)).toBe(null);
});

test('the labels of a board and the links of a formula are not shown with private names', () => {
  const board = {
    nodes: [{ id: 'g', type: 'group', label: 'On [[Zebra]]', x: 0, y: 0, width: 9, height: 9 }],
    edges: [{ id: 'e', fromNode: 'g', toNode: 'g', label: 'to [[Zebra]]' }],
  };
  const base = `formulas:\n  z: 'link("Zebra")'\nviews:\n  - type: table\n    order: [formula.z]\n`;
  const text = published(readObsidianVault('', { app: null, publish: null }, []), {
    'Zebra.md': '---\nprivate: true\n---\n',
    'Board.canvas': JSON.stringify(board),
    'Rows.base': base,
    'Public.md': 'text\n',
  });
  expect(text).toContain('On [[…]]');
  expect(text.match(/.{0,60}zebra.{0,40}/giu)).toBe(null);
});

test.for<[string, string]>([
  ['a macro that nothing can show', '- {{chart [[Zebra]]}} and {{chart [[Zebra]], #Zebra}}'],
  [
    'a name in the brackets of a name',
    '- [[On [[Zebra]]]] and #[[On [[Zebra]]]] and [[A/[[Zebra]]/b]]',
  ],
  ['an alias that is the page of another note', 'alias:: [[Zebra]], Striped\n\n- text'],
  ['a description', 'description:: On [[Zebra]] and [it](Zebra.md)\n\n- text'],
  ['an address of Logseq', '- [it](logseq://graph/g?page=Zebra)'],
])('in Logseq %s leaves nothing of a private name', ([, source]) => {
  const config = '{:publishing/all-pages-public? true}';
  const text = published(readLogseqVault('', config, []), {
    'pages/Zebra.md': 'public:: false\n',
    'pages/Open.md': `${source}\n`,
  });
  expect(text.match(/.{0,60}zebra.{0,40}/giu)).toBe(null);
});
