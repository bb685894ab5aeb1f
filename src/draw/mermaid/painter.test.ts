import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DrawnDiagram } from '../../garden/drawing.ts';
import { readDiagram } from '../../garden/parse/diagram/read-diagram.ts';
import { createPainter, type Painter } from './painter.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => [file, readDiagram(readFileSync(folder + file, 'utf8')).source] as const);

let painter: Painter;

beforeAll(async () => {
  painter = await createPainter();
}, 60_000);

async function drawn(source: string): Promise<DrawnDiagram> {
  const drawing = await painter.paint(source);
  if (drawing.kind === 'failed') throw new Error(drawing.message);
  return drawing;
}

test.each([
  ['sequenceDiagram\nbox Aqua 服务 Title\nparticipant A\nend\nA->>A: x', '>服务 Title<'],
  ['sequenceDiagram\nbox Title\nparticipant A\nend\nA->>A: x', '>Title<'],
  ['sequenceDiagram\nrect lightblue\nA->>B: words\nend', '>words<'],
  ['---\nconfig:\n  look: handDrawn\n---\nerDiagram\nA { string n }\nA ||--o{ B : has', '>A<'],
])('areas and looks do not cost a diagram: %s', async (source, words) => {
  expect((await drawn(source)).svg).toContain(words);
});

describe('every fixture', () => {
  const first = new Map<string, DrawnDiagram>();

  beforeAll(async () => {
    for (const [file, source] of fixtures) first.set(file, await drawn(source));
  }, 120_000);

  test('is drawn with a size, and is well-formed as HTML and as XML', () => {
    for (const [file, { svg, width, height }] of first) {
      expect([file, width > 0 && height > 0]).toEqual([file, true]);
      expect([file, /NaN|Infinity|<br>|&nbsp;/.test(svg)]).toEqual([file, false]);
      expect([file, isClosed(svg)]).toEqual([file, true]);
    }
  });

  test('has no id that another diagram on the page could have', () => {
    for (const [file, { svg, id }] of first) {
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
      expect([file, ids.filter((name) => !name.startsWith(id))]).toEqual([file, []]);
    }
  });

  test('takes its colours from the palette, but where an author or mermaid mixes some', () => {
    const own = [...first].filter(([, { svg }]) => /light-dark\((?!rgba)/.test(svg));
    expect(own.map(([file]) => file)).toEqual(['kanban.mmd', 'sequence-box.mmd']);
  });

  test('comes out the same in another order', async () => {
    for (const [file, source] of fixtures.filter((_, index) => index % 3 === 0).reverse()) {
      expect([file, (await drawn(source)).svg === first.get(file)?.svg]).toEqual([file, true]);
    }
  }, 120_000);
});

/** Whether every element that is opened is closed, in order. */
function isClosed(svg: string): boolean {
  const open: string[] = [];
  for (const [, end, name, empty] of svg.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (end === '/' && open.pop() !== name) return false;
    if (end === '' && empty === '') open.push(name ?? '');
  }
  return open.length === 0;
}

describe('the texts of a drawing', () => {
  test('title and description are beside the drawing, not in it', async () => {
    const { svg, title, description } = await drawn(
      'flowchart LR\n  accTitle: Two nodes\n  accDescr: One leads to the other\n  A --> B',
    );
    expect([title, description]).toEqual(['Two nodes', 'One leads to the other']);
    expect(svg.match(/<title|<desc|aria-/)).toBeNull();
  });

  test('the title of a diagram without accTitle is the one that is drawn', async () => {
    expect((await drawn('---\ntitle: Flow\n---\nflowchart LR\n  A --> B')).title).toBe('Flow');
    expect((await drawn('pie title Shares\n  "a" : 1\n  "b" : 2')).title).toBe('Shares');
  });

  test('relations are the text of arrows', async () => {
    const flow = 'flowchart LR\n  P["Producer"] -->|append| B["Broker<br/>leader"]\n  B ~~~ C';
    expect((await drawn(flow)).relations).toEqual(['Producer → Broker leader: append']);
    const talk = 'sequenceDiagram\n  participant A as Ann\n  A->>B: ask\n  Note over A: waits';
    expect((await drawn(talk)).relations).toEqual(['Ann → B: ask', 'waits']);
    const states = 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: work';
    expect((await drawn(states)).relations).toEqual(['● → Idle', 'Idle → Busy: work']);
  });

  test('a diagram without relations has its labels as text', async () => {
    expect((await drawn('timeline\n  2003 : GFS\n  2004 : MapReduce')).relations).toEqual([
      '2003',
      'GFS',
      '2004',
      'MapReduce',
    ]);
  });

  test.each([
    ['flowchart LR\n  A["x #35; y"] -->|"#quot;q#quot;"| B["l #59; m"]', ['x # y → l ; m: "q"']],
    ['sequenceDiagram\n  participant A as Ann #35;1\n  A->>B: m #59; n', ['Ann #1 → B: m ; n']],
    [
      'stateDiagram-v2\n  s1: State #35; one\n  s1 --> s2: go #59; on',
      ['State # one → s2: go ; on'],
    ],
    ['classDiagram\n  A --> B : uses #35;1', ['A → B: uses #1']],
    ['erDiagram\n  A ||--o{ B : "has #35;1"', ['A → B: has #1']],
    ['mindmap\n  R\n    ["b #quot;c#quot;"]', ['R → b "c"']],
    ['flowchart LR\n  A["`**bold** _it_ a_b_c`"] --> B', ['bold it a_b_c → B']],
    ['flowchart LR\n  A["$$\\frac{1}{2}$$"] --> B', ['$$\\frac{1}{2}$$ → B']],
    ['journey\n  section Day\n    Make tea: 5: Ann', ['Ann', 'Day', 'Make tea']],
  ])('entities, marks and formulas are said as they are meant: %s', async (source, relations) => {
    expect((await drawn(source)).relations).toEqual(relations);
  });

  test('a title has its entities decoded', async () => {
    expect((await drawn('pie title C #35; D\n  "a" : 1')).title).toBe('C # D');
  });

  test('references are marks in labels and data-link on nodes', async () => {
    const { source } = readDiagram(
      'flowchart LR\n  A["see [[Kafka]]"] --> B\n  click B "[[ZooKeeper]]"',
    );
    const { svg } = await drawn(source);
    expect(svg.includes('see \ue000Kafka\uf8ff')).toBe(true);
    expect(svg.match(/<a data-link="1"/)).not.toBeNull();
  });

  test('the text of a node that is a note’s name is marked', async () => {
    const { source } = readDiagram('flowchart LR\n  Kafka --> B\n  class Kafka internal-link');
    const { svg, relations } = await drawn(source);
    expect(svg.match(/<a data-link="0".*\ue000Kafka\uf8ff/s)).not.toBeNull();
    expect(relations).toEqual(['\ue000Kafka\uf8ff → B']);
  });
});

describe('what is drawn', () => {
  test('a formula of a message has the room that it needs', async () => {
    const heightOf = async (text: string) =>
      (await drawn(`sequenceDiagram\n  A->>B: ${text}`)).height;
    const [low, middle, high] = [
      await heightOf('$$x$$'),
      await heightOf('$$x^2$$'),
      await heightOf('$$\\frac{1}{2}$$'),
    ];
    expect([middle - low > 2, high - middle > 8]).toEqual([true, true]);
  });

  test('a formula beside text takes no line of its own', async () => {
    const { svg } = await drawn('flowchart LR\n  A["$$x$$ f"]');
    expect(svg).toMatch(/<foreignObject height="24" /);
  });

  test('an entity keeps the ink of its rows, whatever colour its name has', async () => {
    const { svg } = await drawn('erDiagram\n  A {\n    string n\n  }\n  style A fill:#ffd');
    const row = /class="label attribute-type">.*?<\/g>/s.exec(svg)?.[0];
    expect(row).toContain('string');
    expect(row).not.toMatch(/color:/);
  });

  test('lines of a Markdown label are lines', async () => {
    const { svg } = await drawn('flowchart LR\n  A["`- one\n- two\n- three`"]');
    expect(svg).toMatch(/<foreignObject height="72" /);
  });
});

describe('what cannot be drawn', () => {
  test('an unclosed bracket is reported on the line that opens it', async () => {
    expect(await painter.paint('flowchart LR\n  A[one] --> B[two\n  B --> C[three]')).toEqual({
      kind: 'failed',
      message: 'Parse error near “--> B[two  B --> C[three]”.',
      line: 2,
    });
  });

  test('an unknown type is reported without a line', async () => {
    expect(await painter.paint('flowchrt LR\n  A --> B')).toEqual({
      kind: 'failed',
      message: 'No diagram type detected matching given configuration for text: flowchrt LR.',
      line: null,
    });
  });

  test('a diagram after a bad one is drawn', async () => {
    await painter.paint('flowchart LR\n  A[');
    expect((await painter.paint('flowchart LR\n  A --> B')).kind).toBe('drawn');
  });
});
