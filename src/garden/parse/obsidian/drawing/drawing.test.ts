import lzString from 'lz-string';
import { expect, test } from 'vitest';
import { readAndRender } from '../../../fixtures/read-and-render.ts';

const box = {
  ...{ type: 'rectangle', x: 0, y: 0, width: 120, height: 60, strokeColor: '#1e1e1e' },
  ...{ backgroundColor: '#ffc9c9', link: '[[Note]]', strokeStyle: 'dashed' },
};
const scene = {
  elements: [
    box,
    {
      type: 'text',
      x: 20,
      y: 20,
      width: 60,
      height: 20,
      text: 'A box\nof [[Secret|mine]]',
      fontSize: 16,
    },
    {
      type: 'arrow',
      x: 0,
      y: 0,
      points: [
        [0, 0],
        [50, 50],
      ],
      endArrowhead: 'arrow',
    },
    { type: 'ellipse', x: 0, y: 0, width: 10, height: 10, isDeleted: true },
    { type: 'image', x: 0, y: 0, width: 9, height: 9, fileId: 'f' },
  ],
  files: { f: { dataURL: 'data:image/png;base64,AA==' } },
};

function drawing(kind: string, data: string): string {
  const source = `---\nexcalidraw-plugin: parsed\n---\nMine.\n\n# Excalidraw Data\n## Text Elements\nA box ^abc\n\n%%\n## Drawing\n\`\`\`${kind}\n${data}\n\`\`\`\n%%`;
  return readAndRender('obsidian', source).rendered?.page.html ?? '';
}

test('a drawing is drawn, from JSON and from compressed JSON alike', () => {
  const plain = drawing('json', JSON.stringify(scene));
  const packed = lzString.compressToBase64(JSON.stringify(scene)).replace(/(.{100})/g, '$1\n\n');
  expect(drawing('compressed-json', packed)).toBe(plain);
  expect(plain).toContain(
    '<svg class="excalidraw" viewBox="-10 -10 140 80" width="140" height="80">',
  );
  expect(plain).toContain('stroke-dasharray="8 8"');
  expect(plain).toContain('>A box</text>');
  expect(plain).toContain('<path d="M0,0 L50,50" fill="none"');
  expect(plain).toContain('<polyline');
  expect(plain).toContain('<img src="data:image/png;base64,AA=="');
  expect(plain).not.toContain('<ellipse');
  expect(plain).toMatch(
    /<a class="note-link" href="\/note\/"><rect|<span class="unresolved"[^>]*><rect/,
  );
});

test.each(['{', '{"elements":3}', 'null', '[]'])('%s is a notice with the words', (data) => {
  const html = drawing('json', data);
  expect(html).toContain('data-kind="excalidraw"');
  expect(html).toContain('A box');
});

test('what a drawing holds cannot run or load anything', () => {
  const hostile = {
    elements: [
      { ...box, link: 'javascript:alert(1)', strokeColor: '"/><script>alert(1)</script>' },
      { type: 'text', x: 0, y: 0, text: '<img src=x onerror=alert(1)>', fontSize: 9 },
      { type: 'image', x: 0, y: 0, width: 9, height: 9, fileId: 'f' },
    ],
    files: { f: { dataURL: 'javascript:alert(1)' } },
  };
  expect(drawing('json', JSON.stringify(hostile))).not.toMatch(
    /<script|<img[^>]*onerror|(?:src|href)="javascript:/,
  );
});

const board = `---
kanban-plugin: board
---

## Todo

- [ ] Card [[x]] @{2026-01-01} @@{10:00}

## Done

**Complete**
- [x] Finished

***

## Archive

- [x] Old card [[Secret]]

%% kanban:settings
{}
%%`;

test('a board of Kanban is lanes side by side, without its archive', () => {
  const { rendered } = readAndRender('obsidian', board);
  const html = rendered?.page.html ?? '';
  expect(html.match(/<section class="lane">/g)).toHaveLength(2);
  expect(html).toContain('<div class="lanes" tabindex="0" role="group" aria-label="Kanban">');
  expect(html).toContain('2026-01-01 10:00');
  expect(JSON.stringify(rendered?.page)).not.toMatch(
    /Old card|Secret|Archive|Complete|kanban:settings/,
  );
});

test('an archive in a note that is no board stays', () => {
  const { rendered } = readAndRender('obsidian', board.replace('kanban-plugin: board', 'a: b'));
  expect(rendered?.page.html).toContain('Old card');
});
