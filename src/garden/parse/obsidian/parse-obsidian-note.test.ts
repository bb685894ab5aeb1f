import { describe, expect, test } from 'vitest';
import { treeText } from '../fixtures/tree-text.ts';
import { outline, parse } from './fixtures/vault.ts';

describe('links', () => {
  test.for([
    ['[[Note]]', { name: 'Note', anchor: null, label: '' }],
    ['[[dir/Note.md|label]]', { name: 'dir/Note.md', anchor: null, label: 'label' }],
    ['[[ Note | *label* ]]', { name: 'Note', anchor: null, label: 'label' }],
    ['[[Note#A#B]]', { name: 'Note', anchor: { kind: 'heading', path: ['A', 'B'] }, label: '' }],
    ['[[#^id-1]]', { name: '', anchor: { kind: 'block', id: 'id-1' }, label: '' }],
    ['[[##left over]]', { name: '', anchor: { kind: 'heading', path: ['left over'] }, label: '' }],
    [
      '[[Functions#`has`|`has`]]',
      { name: 'Functions', anchor: { kind: 'heading', path: ['`has`'] }, label: 'has' },
    ],
    [
      '[a *b*](../x%20y.md#H%20i)',
      { name: '../x y.md', anchor: { kind: 'heading', path: ['H i'] }, label: 'a b' },
    ],
    ['[a](<x y.md>)', { name: 'x y.md', anchor: null, label: 'a' }],
    ['[a](笔记.md)', { name: '笔记.md', anchor: null, label: 'a' }],
    ['[a](100%.md)', { name: '100%.md', anchor: null, label: 'a' }],
    ['![[a.png|alt text|300x200]]', { kind: 'embed', name: 'a.png', label: 'alt text' }],
    ['![alt|300](a.png)', { kind: 'embed', name: 'a.png', label: 'alt' }],
    ['#topic/sub', { kind: 'tag', name: 'topic/sub' }],
  ] as const)('reads %s', ([source, expected]) => {
    const { note } = parse(`x\n\n- ${source} y`);
    expect(note.links).toMatchObject([{ source, line: 3, column: 3, ...expected }]);
  });

  test('reads an escaped bar in a table', () => {
    const { note } = parse('| a |\n|---|\n| [[x\\|y]] ![[p.png\\|90]] |');
    expect(note.links).toMatchObject([
      { name: 'x', label: 'y', line: 3, column: 3 },
      { kind: 'embed', name: 'p.png', line: 3, column: 12 },
    ]);
  });

  test.for([
    '`[[a]]`',
    '```\n[[a]] #b\n```',
    '\\[[a]]',
    '\\#a',
    'https://a.b/#c',
    '$[[a]]$',
    '%%[[a]] #b%%',
  ])('finds none in %s', (source) => {
    expect(parse(source).note.links).toEqual([]);
  });

  test('leaves other schemes outside', () => {
    expect(parse('[a](obsidian://open?vault=x) <zotero://b> https://c.d').note.links).toEqual([]);
  });

  test('shows what Obsidian shows for a link without a label', () => {
    expect(outline(parse('[[a/Note#One#Two]] [[#H]]'))).toBe(
      'paragraph[noteLink[“a/Note > One > Two”] “ ” noteLink[“H”]]',
    );
  });

  test('a link holds no other link', () => {
    const source = '[see #1 #tag ![[a.png]] ![](https://youtu.be/dQw4w9WgXcQ)](https://b.c)';
    expect(outline(parse(source))).toBe(
      'paragraph[link[“see #1 #tag ” embed “ ” “https://www.youtube.com/watch?v=dQw4w9WgXcQ”]]',
    );
  });

  test('keeps the sentence around a link', () => {
    const { note } = parse('# Top\n\nFirst one. It leads to [[Note|that place]], surely. Last.');
    expect(note.links[0]?.context).toEqual({
      before: 'It leads to ',
      text: 'that place',
      after: ', surely.',
      fragment: 'top',
    });
  });

  test('follows reference definitions', () => {
    const { note, body } = parse('[a][1]\n\n[1]: Note.md');
    expect(note.links).toMatchObject([{ name: 'Note.md', label: 'a' }]);
    expect(body.children[0]).toMatchObject({ children: [{ type: 'noteLink', link: 0 }] });
  });

  test('a picture in the label of a reference is read once', () => {
    const { note } = parse('[![A cat](cat.png)][1]\n\n[1]: Note.md');
    expect(note.links.map(({ name }) => name).sort()).toEqual(['Note.md', 'cat.png']);
  });
});

describe('embeds', () => {
  test.for([
    ['![[a.png|center|400]]', { width: 400, height: null, alt: '', options: ['center'] }],
    ['![[a.png|A cat|30x20]]', { width: 30, height: 20, alt: 'A cat', options: [] }],
    ['![[a.svg#outline]]', { width: null, height: null, alt: '', options: ['outline'] }],
    [
      '![[a.pdf#page=3&height=400]]',
      { width: null, height: null, alt: '', options: ['page=3', 'height=400'] },
    ],
    ['![[Note#Heading]]', { width: null, height: null, alt: '', options: [] }],
  ] as const)('reads the options of %s', ([source, expected]) => {
    const [first] = parse(source).body.children;
    const embed = first?.type === 'paragraph' ? first.children[0] : first;
    expect(embed).toMatchObject({ type: 'embed', link: 0, ...expected });
  });

  test('a note alone in its paragraph is a block, a picture stays in one', () => {
    expect(outline(parse('![[Note]]\n\n![[a.png]]\n\na ![[Note]]'))).toBe(
      'embed paragraph[embed] paragraph[“a ” embed]',
    );
  });

  test('a film on another host is a medium, a picture stays one', () => {
    expect(outline(parse('![t](https://youtu.be/dQw4w9WgXcQ)\n\n![](https://a.b/c.png)'))).toBe(
      'paragraph[media] paragraph[image]',
    );
    expect(
      parse('<iframe src="https://player.bilibili.com/?bvid=BV1xx411c7mD"></iframe>').body.children,
    ).toMatchObject([
      { type: 'media', service: 'bilibili', url: 'https://www.bilibili.com/video/BV1xx411c7mD' },
    ]);
  });
});

describe('blocks', () => {
  test('headings get fragments that are unique and keep their letters', () => {
    const { note } = parse("# What's *new*?\n## 新功能\n## 新功能\n### [[A|B]] c\n# …");
    expect(note.headings).toEqual([
      {
        depth: 1,
        text: "What's new?",
        source: "What's *new*?",
        fragment: 'whats-new',
        line: 1,
        column: 1,
      },
      { depth: 2, text: '新功能', source: '新功能', fragment: '新功能', line: 2, column: 1 },
      { depth: 2, text: '新功能', source: '新功能', fragment: '新功能-2', line: 3, column: 1 },
      { depth: 3, text: 'B c', source: '[[A|B]] c', fragment: 'b-c', line: 4, column: 1 },
      { depth: 1, text: '…', source: '…', fragment: 'section', line: 5, column: 1 },
    ]);
  });

  test.for([
    ['Some text. ^one', 'Some text.'],
    ['Some text.\n^one', 'Some text.'],
    ['一句话。^one', '一句话。'],
    ['> quoted\n\n^one', 'quoted'],
    ['| a |\n|---|\n| b |\n\n^one', 'a b'],
    ['| a |\n|---|\n| b |\n^one', 'a b'],
    ['- item ^one', 'item'],
    ['## Heading ^one', 'Heading'],
  ] as const)('finds the id of %j', ([source, text]) => {
    const { note, body } = parse(source);
    const block = note.blocks.find(({ id }) => id === 'one');
    expect(block?.text).toBe(text);
    expect(JSON.stringify(body)).toContain(`"fragment":"${block?.fragment ?? '?'}"`);
    expect(outline({ note, body })).not.toContain('^');
  });

  test('a repeated id is reported and belongs to the first block', () => {
    const { note } = parse('a ^x\n\nb ^x');
    expect(note.blocks.map(({ fragment, text }) => [fragment, text])).toEqual([['^x', 'a']]);
    expect(note.diagnostics).toMatchObject([{ code: 'duplicate-block', line: 3 }]);
  });

  test('list items are blocks with their parent and their links', () => {
    const { note } = parse('- a [[x]]\n  - b [[y]]\n- c');
    expect(note.blocks.map(({ text, parent, links }) => ({ text, parent, links }))).toEqual([
      { text: 'a x', parent: -1, links: [0] },
      { text: 'b y', parent: 0, links: [1] },
      { text: 'c', parent: -1, links: [] },
    ]);
  });

  test('any character in a check box is a state', () => {
    const { note } = parse(
      '- [ ] a 📅 2026-05-01 ⏫\n- [x] b\n1. [?] c\n- [-] d\n- [ ]\n- \\[x] e',
    );
    expect(note.blocks.map(({ text, task }) => [text, task?.marker, task?.done])).toEqual([
      ['a 📅 2026-05-01 ⏫', ' ', false],
      ['b', 'x', true],
      ['c', '?', false],
      ['d', '-', true],
      ['', ' ', false],
      ['[x] e', undefined, undefined],
    ]);
    expect(note.blocks[0]?.task).toMatchObject({ deadline: '2026-05-01', priority: 'A' });
  });
});

describe('callouts', () => {
  test.for([
    ['> [!note]\n> text', 'callout(note none)[: paragraph[“text”]]'],
    [
      '> [!FAQ]- See [[x]] **b**\n> text',
      'callout(faq closed)[“See ” noteLink[“x”] “ ” strong[“b”]: paragraph[“text”]]',
    ],
    ['para\n> [!tip|wide]+ Title', 'paragraph[“para”] callout(tip open)[“Title”: ]'],
    ['> [!a]\n> > [!b] c\n> > d', 'callout(a none)[: callout(b none)[“c”: paragraph[“d”]]]'],
    ['> [!注意] 标题\nlazy', 'callout(注意 none)[“标题”: paragraph[“lazy”]]'],
    ['> \\[!note] no', 'blockquote[paragraph[“[!note] no”]]'],
  ] as const)('reads %j', ([source, expected]) => {
    expect(outline(parse(source))).toBe(expected);
  });

  test('keep a title line apart also where line breaks are strict', () => {
    expect(outline(parse('> [!note] Title\n> text', 'Note.md', { strictLineBreaks: true }))).toBe(
      'callout(note none)[“Title”: paragraph[“text”]]',
    );
  });

  test('are what the Admonition plugin writes as fences', () => {
    const note = parse('```ad-tip\ntitle: Look\ncollapse: open\nSee [[x]].\n```');
    expect(outline(note)).toBe('callout(tip open)[“Look”: paragraph[“See ” noteLink[“x”] “.”]]');
    expect(note.note.links).toMatchObject([{ name: 'x', line: 4, column: 5 }]);
  });

  test('read links in the title of an admonition, so that private ones are known', () => {
    const note = parse('```ad-tip\ntitle: See [[Zebra plan]] and **[[Open]]**\n```');
    expect(outline(note)).toBe(
      'callout(tip none)[“See ” noteLink[“Zebra plan”] “ and ” strong[noteLink[“Open”]]: ]',
    );
    expect(note.note.links).toMatchObject([
      { name: 'Zebra plan', line: 2, column: 12 },
      { name: 'Open', line: 2, column: 33 },
    ]);
  });

  test.for(['# A heading', '- an item', '> [!note] x'])('keep the title %j as text', (title) => {
    expect(outline(parse(`\`\`\`ad-tip\ntitle: ${title}\n\`\`\``))).toBe(
      `callout(tip none)[“${title}”: ]`,
    );
  });

  test.for(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'a fence in the language %s is code',
    (language) => {
      expect(outline(parse(`\`\`\`${language}\nx\n\`\`\``))).toMatch(/^code/);
    },
  );
});

describe('text', () => {
  test.for([
    ['a %%hidden%% b', 'paragraph[“a  b”]'],
    ['- a\n%% hidden %%\n- b', 'list[listItem[paragraph[“a”]] listItem[paragraph[“b”]]]'],
    ['a\n%%\nhidden\n\nhidden\n%%\nb', 'paragraph[“a”] paragraph[“b”]'],
    ['`%%` and 100%% sure', 'paragraph[inlineCode(%%) “ and 100%% sure”]'],
    ['a\n\n%% never closed\n\nb', 'paragraph[“a”]'],
    ['> a\n> %%\n> never closed\n\nb', 'blockquote[paragraph[“a”]]'],
    ['> - a\n> - %% never closed\n\nb', 'blockquote[list[listItem[paragraph[“a”]] listItem[]]]'],
    ['> a\n> %%\n> hidden\n> %%\n> b', 'blockquote[paragraph[“a”] paragraph[“b”]]'],
    ['a 5 %% b', 'paragraph[“a 5 %% b”]'],
    ['==a **b**==', 'paragraph[highlight[“a ” strong[“b”]]]'],
    [
      'a^[note [[x]] `]` b] c',
      'paragraph[“a” footnoteReference “ c”] footnoteDefinition[paragraph[“note ” noteLink[“x”] “ ” inlineCode(]) “ b”]]',
    ],
    ['\\^[no]', 'paragraph[“^[no]”]'],
    ['#标签 #1 #a1 x#y #é/b, (#c)', 'paragraph[#标签 “ #1 ” #a1 “ x#y ” #é/b “, (” #c “)”]'],
    ['`a`#b [[c]]#d **#e**', 'paragraph[inlineCode(a) “#b ” noteLink[“c”] “#d ” strong[#e]]'],
    ['<% tp.date.now() %> x', 'paragraph[notice(template) “ x”]'],
    [
      'key:: value\n**with mark**:: [[x]]',
      'paragraph[strong[“key”] “: ” “value” break strong[“with mark”] “: ” noteLink[“x”]]',
    ],
    [
      'a [k:: [[x]]] and (h:: 1) b',
      'paragraph[“a ” strong[“k”] “: ” noteLink[“x”] “ and ” “1” “ b”]',
    ],
    ['std::vector and a::b', 'paragraph[“std::vector and a::b”]'],
  ] as const)('reads %j', ([source, expected]) => {
    expect(outline(parse(source))).toBe(expected);
  });

  test('fields are properties of the note and of their item', () => {
    const { note } = parse('rating:: 9\n\n- read [due:: 2026-01-01]');
    expect(note.properties).toMatchObject([
      { key: 'rating', value: 9, shown: false, line: 1 },
      { key: 'due', value: '2026-01-01', shown: false, line: 3 },
    ]);
    expect(note.blocks[0]?.properties).toMatchObject([{ key: 'due' }]);
  });

  test('what mentions are looked for in holds no links, code or formulas', () => {
    expect(parse('# Big *title*\n\na [[b]] `c` $d$ #e f').note.text).toBe('Big title\na \n f');
  });

  test('places are right behind comments and front matter', () => {
    const { note } = parse('---\na: 1\n---\n%%x%%\nb %%y%% [[c]]\n%%\nz\n%%\n[[d]]');
    expect(note.links.map(({ line, column }) => [line, column])).toEqual([
      [5, 9],
      [9, 1],
    ]);
  });
});

describe('fences', () => {
  test('a diagram keeps its source and gives its links', () => {
    const { note, body } = parse('## H\n\n```mermaid\nflowchart LR\n  a["[[Note]]"]\n```');
    expect(note.diagrams).toMatchObject([
      {
        language: 'mermaid',
        original: 'flowchart LR\n  a["[[Note]]"]',
        links: [0],
        heading: 'H',
        line: 3,
      },
    ]);
    expect(note.links).toMatchObject([{ kind: 'diagram', by: 'path', name: 'Note', line: 5 }]);
    expect(body.children[1]).toMatchObject({ type: 'code', data: { diagram: 0 } });
  });

  test('the context of a link in a diagram is its relation and the section', () => {
    const arrow = 'P["Producer"] -->|append| B["[[Broker]]"]';
    const { note } = parse(`## Logs\n\n\`\`\`mermaid\nflowchart LR\n  ${arrow}\n\`\`\``);
    expect(note.links.map(({ context }) => context)).toEqual([
      { before: 'Producer → ', text: 'Broker', after: ': append', fragment: 'logs' },
    ]);
  });

  test('diagrams in other languages are reported', () => {
    expect(parse('x\n\n```Dot\ndigraph {}\n```').note.diagnostics).toEqual([
      {
        code: 'unsupported-syntax',
        path: 'vault/Note.md',
        line: 3,
        column: 1,
        message: 'Diagrams of Graphviz are not drawn here; this is the source.',
        hint: 'Mermaid diagrams are drawn.',
      },
    ]);
  });

  test('scripts become notices with their source', () => {
    const { note, body } = parse('```dataviewjs\ndv.list()\n```');
    expect(body.children).toMatchObject([
      { type: 'notice', kind: 'dataviewjs', source: 'dv.list()' },
    ]);
    expect(note.diagnostics).toMatchObject([{ code: 'unsupported-syntax', line: 1 }]);
  });

  test('a query the garden can answer is a query', () => {
    const { note, body } = parse(
      '```dataview\nLIST FROM #a\n```\n\n```dataview\nTABLE file.size\n```',
    );
    expect(body.children).toMatchObject([
      { type: 'expressionQuery' },
      { type: 'notice', kind: 'query', part: 'file.size' },
    ]);
    expect(note.hasQueries).toBe(true);
  });
});

describe('properties', () => {
  test('say what the note is called, tagged and about', () => {
    const yaml =
      'title: T\naliases: [A, B]\ntags: ["#x/y", z, 12,]\nlang: zh_CN\ndescription: D\ncreated: 2026-01-02\nupdated: 2026-01-03 10:00\ncssclasses: wide dark\npermalink: /a/b/\ncover: "[[c.png]]"';
    const { note } = parse(`---\n${yaml}\n---\n#w`);
    expect(note).toMatchObject({
      title: 'T',
      name: 'Note',
      aliases: ['A', 'B'],
      tags: ['x/y', 'z', 'w'],
      lang: 'zh-CN',
      description: 'D',
      created: '2026-01-02',
      modified: '2026-01-03T10:00:00',
      classes: ['wide', 'dark'],
      permalink: 'a/b',
      image: 'c.png',
    });
    expect(note.diagnostics).toMatchObject([{ code: 'invalid-property', line: 4 }]);
    expect(note.links[0]).toMatchObject({ kind: 'property', name: 'c.png', line: 11, column: 9 });
  });

  test('show their links', () => {
    const { note } = parse('---\nup: "[[A|a]] and [[B#c]]"\nn: 3\nempty:\n---\n');
    expect(note.properties.map(({ key, shown }) => [key, shown])).toEqual([
      ['up', true],
      ['n', true],
      ['empty', false],
    ]);
    expect(note.links).toMatchObject([
      { kind: 'property', name: 'A', label: 'a', source: '[[A|a]]', line: 2, column: 6 },
      { kind: 'property', name: 'B', label: '', source: '[[B#c]]', line: 2, column: 18 },
    ]);
  });

  test.for([
    ['publish: true', 'public'],
    ['publish: "yes"', 'public'],
    ['publish: false', 'private'],
    ['publish: maybe', 'unclear'],
    ['dg-publish:', 'unset'],
    ['publish: true\ndraft: true', 'private'],
    ['draft: false', 'unset'],
    ['title: x', 'unset'],
    ['publish: true\ntags: @x', 'unreadable'],
    ['title: @x', 'unset'],
  ] as const)('%j means %s', ([yaml, visibility]) => {
    expect(parse(`---\n${yaml}\n---\n`).note.visibility).toBe(visibility);
  });

  test('a switch outside of the first lines never publishes', () => {
    expect(parse('\n---\npublish: true\n---\n').note.visibility).toBe('unset');
    expect(parse('---\npublish: true\ntext').note.visibility).toBe('unreadable');
  });

  test('a note that is hidden because of broken YAML is reported', () => {
    const { note } = parse('---\npublish: true\ntags: @x\n---\n');
    expect(note.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['invalid-frontmatter', 3],
      ['invalid-property', 3],
    ]);
  });

  test('broken YAML leaves the body and says where it breaks', () => {
    const parsed = parse('---\ntitle: a: b\n---\nBody');
    expect(outline(parsed)).toBe('paragraph[“Body”]');
    expect(parsed.note.diagnostics).toMatchObject([{ code: 'invalid-frontmatter', line: 2 }]);
  });
});

test('daily notes are journals', () => {
  expect(parse('', 'Daily/2026-05-01.md').note).toMatchObject({
    journal: '2026-05-01',
    name: 'Daily/2026-05-01',
  });
  expect(parse('', '2026-13-01.md').note.journal).toBeNull();
});

test('the language comes from the text', () => {
  expect(parse('这是一篇关于 Kafka 的笔记').note.lang).toBe('zh');
  expect(parse('', '笔记.md').note.lang).toBe('zh');
  expect(parse('A note').note.lang).toBe('en');
});

test('in MDX notes code of components is no text', () => {
  const { note } = parse(
    "import X from './x.astro';\n\nA <X n={{ a: '>' }}>word</X> {/* c */}\n\n`import y`\n\nexport const z = 1;\n",
    'a.mdx',
  );
  expect(note.text).toBe('A word');
  expect(note.name).toBe('a');
});

test('a drawing shows a notice and its words', () => {
  const parsed = parse(
    '---\nexcalidraw-plugin: parsed\n---\n==⚠ Switch to EXCALIDRAW VIEW in the MORE OPTIONS menu ⚠==\n\n# Text Elements\nA box ^abc\n\n%%\n# Drawing\n```compressed-json\nN4Ig\n```\n%%',
  );
  expect(outline(parsed)).toBe('notice(excalidraw) paragraph[“A box”]');
});

test('a drawing that was exported shows its picture', () => {
  const source = '---\nexcalidraw-plugin: parsed\n---\nMine.\n\n# Text Elements\nA box ^abc\n';
  const previews = ['vault/a.excalidraw.png', 'vault/a.excalidraw.svg'];
  const parsed = parse(source, 'a.excalidraw.md', { previews });
  expect(outline(parsed)).toBe('paragraph[embed] paragraph[“Mine.”]');
  expect(parsed.note.links).toMatchObject([
    { kind: 'embed', name: 'a.excalidraw.svg', source: '![[a.excalidraw.svg]]' },
  ]);
});

test('nothing that a note holds makes it throw', () => {
  const pieces = [
    '[[',
    ']]',
    '![[',
    '|',
    '#',
    '^',
    '%%',
    '==',
    '$$',
    '> [!',
    '`',
    '```',
    '---\n',
    '\n',
    '\t- ',
    '(a:: ',
    '^[',
    '\0',
    '\uFFFD',
    '中',
    '<%',
    '\\',
  ];
  let seed = 7;
  for (let round = 0; round < 300; round += 1) {
    let source = '';
    for (let length = 0; length < 12; length += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      source += pieces[seed % pieces.length] ?? '';
    }
    expect(() => parse(source), source).not.toThrow();
  }
});

describe('formulas', () => {
  test.for([
    ['- item\n$$\na\n- b\n$$\n- next', 'list(listItem(“item”)) math[a⏎- b] list(listItem(“next”))'],
    ['1. one\n$$\nx\n$$\nAfter.', 'list[from 1](listItem(“one”)) math[x] “After.”'],
    ['> quote\n$$\nx\n$$', 'blockquote(“quote”) math[x]'],
    ['> text\n> $$\n> y\n> $$\n> more', 'blockquote(“text” math[y] “more”)'],
    ['- a\n  $$\n  z\n  $$\n  b', 'list(listItem(“a” math[z] “b”))'],
    ['text\n$$\nx\n$$\ntext', '“text” math[x] “text”'],
    ['- a\n$$ is two dollars', 'list(listItem(“a” ⏎ “$$ is two dollars”))'],
  ] as const)('a line that starts with $$ opens a block: %j', ([source, tree]) => {
    const parsed = parse(source);
    expect(treeText(parsed.body.children, parsed.note)).toBe(tree);
  });

  test('in a table the escape of a bar is no part of a formula', () => {
    const { note, body } = parse('| a |\n|---|\n| $\\|x\\|$ |');
    expect(treeText(body.children, note)).toContain('inlineMath[|x|]');
  });
});

describe('marks beside Chinese and over lines', () => {
  test.for([
    ['中文~~删（注）~~后', '“中文” delete(“删（注）”) “后”'],
    ['中文==亮（注）==后', '“中文” highlight(“亮（注）”) “后”'],
    ['中文*斜（注）*后', '“中文” emphasis(“斜（注）”) “后”'],
    [
      '~~a\nb~~ ==c\nd== **e\nf**',
      'delete(“a” ⏎ “b”) “ ” highlight(“c” ⏎ “d”) “ ” strong(“e” ⏎ “f”)',
    ],
    ['==a == b== c == d', 'highlight(“a == b”) “ c == d”'],
    ['==a ~~b~~ c==', 'highlight(“a ” delete(“b”) “ c”)'],
  ] as const)('%j', ([source, tree]) => {
    const parsed = parse(source);
    expect(treeText(parsed.body.children, parsed.note)).toBe(tree);
  });
});

describe('block ids at the end', () => {
  test.for([
    ['> [!note] Title\n> inside ^one', 'one', 'callout'],
    ['> quote\n> more ^one', 'one', 'blockquote'],
    ['> quote\n>\n> ^one', 'one', 'blockquote'],
    ['$$\nx\n$$ ^one', 'one', 'math'],
    ['<div>x</div>\n^one', 'one', 'html'],
    ['<iframe src="https://youtu.be/aaaaaaaaaaa"></iframe>\n\n^one', 'one', 'media'],
    ['![[a.png]]^one', 'one', 'paragraph'],
  ] as const)('%j', ([source, id, type]) => {
    const { note, body } = parse(source);
    expect(note.blocks.map((block) => [block.id, block.fragment])).toEqual([[id, `^${id}`]]);
    expect(body.children).toMatchObject([{ type, data: { fragment: `^${id}` } }]);
  });
});

test('files and notes that only HTML names are references with their places', () => {
  const { note } = parse('x\n\nSee <img src="a.png"> and <a href="b.md#Part">b</a>.');
  expect(note.links).toMatchObject([
    { kind: 'embed', by: 'path', name: 'a.png', anchor: null, line: 3, column: 10 },
    {
      ...{ kind: 'link', by: 'path', name: 'b.md', line: 3, column: 30 },
      anchor: { kind: 'heading', path: ['Part'] },
      context: { before: 'See  and ', after: 'b.' },
    },
  ]);
});

test('titles of pictures and links are kept', () => {
  const { body } = parse(
    '![alt](p.png "A caption") [l](b.md "why")\n\n[m][1]\n\n[1]: c.md "because"',
  );
  expect(body.children).toMatchObject([
    { children: [{ type: 'embed', title: 'A caption' }, {}, { type: 'noteLink', title: 'why' }] },
    { children: [{ type: 'noteLink', title: 'because' }] },
    { type: 'definition' },
  ]);
});

test('a comment that is never closed is reported where it starts', () => {
  const { note } = parse('a\n\n%%\nhidden');
  expect(note.diagnostics).toEqual([
    {
      ...{ code: 'unclosed-comment', path: 'vault/Note.md', line: 3, column: 1 },
      message: 'The comment that starts in line 3 is never closed and hides the rest of the note.',
      hint: 'Add “%%” where the comment ends.',
    },
  ]);
});

test.each(['Note.md', 'Note.mdx'])('so is a comment of HTML, in %s', (path) => {
  const { note } = parse('a <!-- b -->\n\nc\n\n<!--\nhidden\n\nhidden', path);
  expect(note.diagnostics).toMatchObject([
    { code: 'unclosed-comment', line: 5, column: 1, hint: 'Add “-->” where the comment ends.' },
  ]);
});

test('the day on which a clipped page was published is shown, the switch is not', () => {
  const shown = (value: string) => {
    const { note } = parse(`---\npublished: ${value}\n---\na`);
    return note.properties.map(({ key, shown }) => [key, shown]);
  };
  expect(shown('2024-12-28')).toEqual([['published', true]]);
  expect(shown('true')).toEqual([['published', false]]);
});

test('a date that cannot be read is shown and reported, an unfilled template only shown', () => {
  const { note } = parse('---\ncreated: soon\nmodified: "{{date}}"\n---\n');
  expect(note.properties.map(({ key, shown }) => [key, shown])).toEqual([
    ['created', true],
    ['modified', true],
  ]);
  expect(note.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['invalid-property', '“soon” cannot be read as a date.'],
  ]);
});

test('a final # belongs to the name, and an entity is no sign of syntax', () => {
  const { note, body } = parse('[[C#]] [[F#|F sharp]] &#35;define');
  expect(note.links).toMatchObject([
    { name: 'C#', anchor: null },
    { name: 'F#', anchor: null, label: 'F sharp' },
  ]);
  expect(outline({ note, body })).toBe(
    'paragraph[noteLink[“C#”] “ ” noteLink[“F sharp”] “ #define”]',
  );
  expect(note.tags).toEqual([]);
});

test('a colour is no picture', () => {
  const { note } = parse('---\nimage: "#7852ee"\n---\n');
  expect([note.image, note.links.length]).toEqual(['', 0]);
  expect(note.diagnostics.map(({ code }) => code)).toEqual(['invalid-property']);
});
