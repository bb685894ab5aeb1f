import { expect, test } from 'vitest';
import { outline, parse } from '../fixtures/vault.ts';

const card = { x: -10, y: 20, width: 100, height: 50 };
const board = JSON.stringify({
  nodes: [
    { id: 'g', type: 'group', label: 'Group', color: '1', x: -20, y: 0, width: 300, height: 200 },
    { id: 't', type: 'text', text: '**See** [[A]]', color: '#ABCDEF', ...card },
    { id: 'f', type: 'file', file: 'B.md', subpath: '#H', ...card },
    { id: 'l', type: 'link', url: 'https://a.b', ...card },
    { id: 'broken', type: 'file', ...card },
  ],
  edges: [
    { id: 'e', fromNode: 't', toNode: 'f', fromSide: 'right', label: 'then' },
    { id: 'x', fromNode: 't', toNode: 'nowhere' },
  ],
});

test('a board is one node with cards and arrows', () => {
  const { body } = parse(board, 'Board.canvas');
  expect(body.children).toMatchObject([
    {
      type: 'canvas',
      width: 300,
      height: 200,
      edges: [
        {
          from: 't',
          to: 'f',
          fromSide: 'right',
          toSide: '',
          fromArrow: false,
          toArrow: true,
          label: 'then',
          color: '',
        },
      ],
      children: [
        { kind: 'group', label: 'Group', color: 'red', x: 0, y: 0, children: [] },
        { kind: 'text', color: '#abcdef', x: 10, y: 20, width: 100, height: 50 },
        { kind: 'file' },
        { kind: 'link' },
      ],
    },
  ]);
});

test('its cards are read like notes', () => {
  const parsed = parse(board, 'Board.canvas');
  expect(outline(parsed)).toBe(
    'canvas[canvasCard[] canvasCard[paragraph[strong[“See”] “ ” noteLink[“A”]]] canvasCard[embed] canvasCard[paragraph[link[“https://a.b”]]]]',
  );
  expect(parsed.note).toMatchObject({
    title: 'Board',
    name: 'Board.canvas',
    links: [
      { kind: 'link', name: 'A' },
      { kind: 'embed', name: 'B.md', anchor: { kind: 'heading', path: ['H'] } },
    ],
  });
});

test('faults in it are reported', () => {
  expect(parse(board, 'a.canvas').note.diagnostics).toMatchObject([
    { code: 'unsupported-syntax' },
    { code: 'unsupported-syntax' },
  ]);
  expect(outline(parse('no json', 'a.canvas'))).toBe('notice(canvas)');
  expect(outline(parse('', 'a.canvas'))).toBe('canvas[]');
});
