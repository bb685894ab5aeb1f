import { describe, expect, test } from 'vitest';
import type { DrawnDiagram } from '../../drawing.ts';
import type { Diagram } from '../../note.ts';
import { markLabel } from '../../parse/diagram/marks.ts';
import { diagramFigure, diagramText } from './figure.ts';
import type { FigureLink } from './references.ts';
import { standaloneSvg } from './standalone.ts';

const context = { index: 2, base: '/garden/', lang: 'en' };
const note: FigureLink = { href: '/garden/kafka/', title: 'Kafka', kind: 'note' };
const hidden: FigureLink = { href: null, title: 'a private note', kind: 'private' };
const missing: FigureLink = { href: null, title: 'Nobody wrote “Zab”', kind: 'unresolved' };

const diagram: Diagram = {
  ...{ language: 'mermaid', source: '', original: 'flowchart LR\n  A["[[Kafka]]"] --> B' },
  ...{ links: [0], heading: 'How it works', line: 1, column: 1 },
};

function drawing(content: string, rest: Partial<DrawnDiagram> = {}): DrawnDiagram {
  const svg = `<svg id="diagram-0a"><style>#diagram-0a a{x:y}</style>${content}</svg>`;
  const shape = { kind: 'drawn', id: 'diagram-0a', svg, width: 900, height: 100 } as const;
  return { ...shape, title: '', description: '', relations: [], ...rest };
}

const inHtml = (text: string): string => `<foreignObject><p>${text}</p></foreignObject>`;

describe('references of a drawing', () => {
  const shown = (content: string, link: FigureLink): string => {
    const html = diagramFigure(diagram, drawing(content), [link], context);
    return /<\/style>(.*)<\/svg>/.exec(html)?.[1] ?? '';
  };

  test('are links in labels and in SVG text', () => {
    const link = '<a href="/garden/kafka/" class="note-link">Kafka</a>';
    expect(shown(inHtml(`see ${markLabel(0, 'Kafka')}!`), note)).toBe(inHtml(`see ${link}!`));
    expect(shown(`<text>${markLabel(0, 'Kafka')}</text>`, note)).toBe(`<text>${link}</text>`);
  });

  test.each([
    ['/other/', '/garden/other/'],
    ['/garden/other/', '/garden/other/'],
    ['//x.example/', '//x.example/'],
    ['https://x.example/a/', 'https://x.example/a/'],
    ['#part', '#part'],
  ])('the address %j of a node is %j below the base', (written, address) => {
    const node = (href: string) => `<a xlink:href="${href}" href="${href}"><rect></rect></a>`;
    expect(shown(node(written), note)).toBe(node(address));
  });

  test('may run over several lines of a text', () => {
    const [open, close] = ['\ue000', '\uf8ff'];
    expect(shown(`<tspan>${open}Kafka</tspan><tspan>log${close}</tspan>`, note)).toBe(
      '<tspan><a href="/garden/kafka/" class="note-link">Kafka</a></tspan><tspan><a href="/garden/kafka/" class="note-link">log</a></tspan>',
    );
  });

  test('make a whole node a link, whose label then holds none', () => {
    expect(shown(`<a data-link="0">${inHtml(markLabel(0, 'K'))}</a>`, note)).toBe(
      `<a href="/garden/kafka/" class="note-link">${inHtml('K')}</a>`,
    );
  });

  test('are no links where they lead nowhere', () => {
    expect(shown(inHtml(markLabel(0, 'Zab')), missing)).toBe(
      inHtml('<span class="unresolved" title="Nobody wrote “Zab”">Zab</span>'),
    );
    expect(shown('<a data-link="0"><text>Z</text></a>', missing)).toBe(
      '<a class="unresolved" title="Nobody wrote “Zab”"><text>Z</text></a>',
    );
  });

  test('never show the name of a private note', () => {
    const secret = drawing(
      `${inHtml(markLabel(0, 'Secret'))}<a data-link="0"><text>${markLabel(0, 'Secret')}</text></a>`,
      { relations: [`${markLabel(0, 'Secret')} → B`] },
    );
    const source = { ...diagram, original: 'flowchart LR\n  A["[[Secret]]"]' };
    const html = diagramFigure(source, secret, [hidden], context);
    expect(html).not.toContain('Secret');
    expect(html).not.toContain('.svg');
    expect(html).toContain('<li>a private note → B</li>');
    expect(diagramText(secret, [hidden])).toBe('a private note → B');
  });
});

describe('a figure', () => {
  test('is named by its own title, else by the heading above it', () => {
    const own = diagramFigure(diagram, drawing('', { title: 'A & B' }), [], context);
    expect(own).toContain('<span class="diagram-title" id="diagram-0a-2-title">A &amp; B</span>');
    const heading = diagramFigure(diagram, drawing(''), [], context);
    expect(heading).toContain('id="diagram-0a-2-title">How it works</span>');
    expect(heading).toContain(
      '<svg role="img" aria-labelledby="diagram-0a-2-title" id="diagram-0a-2">',
    );
  });

  test('does not hide its links from screen readers', () => {
    const html = diagramFigure(diagram, drawing(markLabel(0, 'K')), [note], context);
    expect(html).toContain('<svg role="group"');
  });

  test('has a text alternative', () => {
    const told = drawing('', {
      description: 'Short.',
      relations: ['A → B: <b>', `C → ${markLabel(0, 'K')}`],
    });
    expect(diagramFigure(diagram, told, [note], context)).toContain(
      '<div class="diagram-text"><p id="diagram-0a-2-description">Short.</p><ul><li>A → B: &lt;b&gt;</li><li>C → K</li></ul></div>',
    );
    expect(diagramText({ ...told, title: 'T' }, [note])).toBe('T\nShort.\nA → B: <b>\nC → K');
  });

  test('has its own ids where a diagram is twice on a page', () => {
    const html = diagramFigure(diagram, drawing('<g id="diagram-0a-0"/>'), [], context);
    expect(html).toContain('<style>#diagram-0a-2 a{x:y}</style><g id="diagram-0a-2-0"/>');
  });

  test('links to the drawing in a file of its own and shows the source', () => {
    const html = diagramFigure(diagram, drawing(''), [], context);
    expect(html).toContain('<a class="diagram-enlarge" href="/garden/diagrams/0a.svg">Enlarge</a>');
    expect(html).toContain(
      '<summary>Source</summary><pre tabindex="0"><code>flowchart LR\n  A[&quot;[[Kafka]]&quot;] --&gt; B</code></pre>',
    );
  });

  test('of a diagram that cannot be drawn says why and shows the source', () => {
    const failed = { kind: 'failed', message: 'Parse error near “<”.', line: 2 } as const;
    expect(diagramFigure(diagram, failed, [], { ...context, lang: 'zh-CN' })).toBe(
      '<figure class="diagram diagram-failed"><p class="diagram-message"><strong>此图表无法绘制 (行 2)</strong> Parse error near “&lt;”.</p><pre tabindex="0"><code>flowchart LR\n  A[&quot;[[Kafka]]&quot;] --&gt; B</code></pre></figure>',
    );
  });
});

test('a drawing in a file of its own has its colours, its title and no references', () => {
  const content = `<a data-link="0"><path style="fill:var(--diagram-ink)"/></a>${inHtml(markLabel(0, 'K'))}`;
  expect(standaloneSvg(drawing(content, { title: 'T', description: 'D' }))).toBe(
    "<svg id=\"diagram-0a\"><title>T</title><desc>D</desc><style>#diagram-0a{color-scheme:light dark;background:light-dark(#fcfbf8,#161815);font-family:Inter,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif;--diagram-ink:light-dark(#24231f,#dcdcd3)}foreignObject{overflow:visible}</style><style>#diagram-0a a{x:y}</style><a><path style=\"fill:var(--diagram-ink)\"/></a><foreignObject><p>K</p></foreignObject></svg>\n",
  );
});
