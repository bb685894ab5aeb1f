import { channel, isValid } from 'khroma';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { colors, isColor, type Theme } from '../../garden/render/diagram/palette.ts';
import { contrast, readableSource } from './contrast.ts';
import { createPainter, type Painter } from './painter.ts';

const themes: readonly Theme[] = ['light', 'dark'];

describe('a source', () => {
  test('keeps its colours where they can be read', () => {
    const source = 'flowchart LR\n  A --> B\n  classDef hot fill:#fde68a,color:#451a03';
    expect(themes.map((theme) => readableSource(source, theme))).toEqual([source, source]);
  });

  test('gets a colour for text on a fill that has none', () => {
    const line = (fill: string, theme: Theme): string =>
      readableSource(`classDef x fill:${fill},stroke:#000`, theme);
    expect(line('#ede9fe', 'dark')).toBe('classDef x fill:#ede9fe,stroke:#000,color:#24231f');
    expect(line('#1e3a8a', 'light')).toBe('classDef x fill:#1e3a8a,stroke:#000,color:#dcdcd3');
    expect(line('navy', 'light')).toBe('classDef x fill:navy,stroke:#000,color:#dcdcd3');
  });

  test('gets another colour for text that cannot be read', () => {
    expect(readableSource('style A fill:#fff,color:#eee', 'light')).toBe(
      'style A fill:#fff,color:#5f5f5f',
    );
    expect(readableSource('style A color:#7f1d1d', 'light')).toBe('style A color:#7f1d1d');
    expect(readableSource('style A color:#7f1d1d', 'dark')).toBe('style A color:#bf8e8e');
  });

  test('makes areas of a sequence transparent where their text could not be read', () => {
    expect(readableSource('rect rgb(230,240,255)', 'light')).toBe('rect rgb(230,240,255)');
    const dark = readableSource('  box rgb(230,240,255) Title', 'dark');
    expect(dark).toMatch(/^ {2}box rgba\(230,240,255,0\.\d+\) Title$/);
    expect(contrast(colors.ink[1], dark.match(/rgba\([^)]*\)/)?.[0] ?? '', 'dark')).toBeGreaterThan(
      7,
    );
  });

  test.each([
    ['box Aqua Title', 'box rgba(0,255,255,1.00) Title'],
    ['rect lightblue', 'rect rgba(173,216,230,1.00)'],
    ['box hsl(60,100%,90%) 标题', 'box hsl(60,100%,90%) 标题'],
    ['box Title', 'box Title'],
    ['box #ffd Title', 'box #ffd Title'],
    ['box transparent Title', 'box transparent Title'],
  ])('writes the named colour of an area in numbers: %s', (source, light) => {
    expect(readableSource(source, 'light')).toBe(light);
    const shape = (text: string) => text.replace(/(?:rgb|hsl)a?\([^)]*\)/g, '()');
    expect(shape(readableSource(source, 'dark'))).toBe(shape(light));
  });

  test('is unchanged where a colour is unknown to CSS', () => {
    const source = 'classDef x fill:url(#a),color:var(--b)\nparticipant box';
    expect(readableSource(source, 'dark')).toBe(source);
  });
});

describe('what is drawn', () => {
  let painter: Painter;

  beforeAll(async () => {
    painter = await createPainter();
  }, 60_000);

  const fills = [
    '#fde68a',
    '#326ce5',
    '#fff',
    '#000',
    'lightblue',
    '#b91c1c',
    '#777777',
    '#0f766e',
  ];
  const texts = ['', '#fff', '#000', '#7f1d1d', '#eeeeee', 'gray'];
  const styles = [
    ...fills.flatMap((fill) => texts.map((text) => `fill:${fill}${text && `,color:${text}`}`)),
    ...texts.filter((text) => text !== '').map((text) => `color:${text}`),
  ];

  test.each([
    [
      'classDef',
      (style: string, index: number) => `classDef c${index} ${style}\n  class n${index} c${index}`,
    ],
    ['style', (style: string, index: number) => `style n${index} ${style}`],
  ])(
    'keeps 4.5:1 for every node that %s colours, in both themes',
    async (_, statement) => {
      const nodes = styles.map(
        (style, index) => `n${index}["Text ${index}"]\n  ${statement(style, index)}`,
      );
      const drawing = await painter.paint(`flowchart LR\n  ${nodes.join('\n  ')}`);
      if (drawing.kind === 'failed') throw new Error(drawing.message);
      const { document } = parseHTML(`<html><body>${drawing.svg}</body></html>`);
      const found: Element[] = [...document.querySelectorAll('.node')];
      expect(found.length).toBe(styles.length);
      const weak = found
        .flatMap((node, index) =>
          themes.map((theme) => [styles[index], theme, nodeContrast(node, theme)] as const),
        )
        .filter(([, , ratio]) => ratio < 4.5);
      expect(weak).toEqual([]);
    },
    60_000,
  );
});

/** Contrast of a node's text, as its inline styles colour shape and label. */
function nodeContrast(node: Element, theme: Theme): number {
  const shape = node.querySelector('.label-container')?.getAttribute('style') ?? '';
  const label = node.querySelector('.label')?.getAttribute('style') ?? '';
  const ground = resolve(/(?:^|;)\s*fill:\s*([^;!]+)/.exec(shape)?.[1], 'node', theme);
  const text = resolve(/(?:^|;)\s*color:\s*([^;!]+)/.exec(label)?.[1], 'ink', theme);
  return contrast(text, ground, theme);
}

function resolve(value: string | undefined, fallback: keyof typeof colors, theme: Theme): string {
  const index = theme === 'light' ? 0 : 1;
  const pair = /^light-dark\((.+),(.+)\)$/.exec(value?.trim() ?? '');
  const name = /^var\(--diagram-([\w-]+)\)$/.exec(value?.trim() ?? '')?.[1];
  const color = isColor(name) ? colors[name][index] : (pair?.[index + 1] ?? value?.trim());
  const shown = color ?? colors[fallback][index];
  if (!isValid(shown) || channel(shown, 'a') === 0) throw new Error(`No colour: ${shown}`);
  return shown;
}
