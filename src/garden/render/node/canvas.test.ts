import { expect, test } from 'vitest';
import type { CanvasCard, CanvasEdge } from '../../body.ts';
import { htmlOf, paragraph, root } from '../fixtures/hand-made.ts';
import { edgePath } from './canvas-edges.ts';

function card(id: string, x: number, y: number, facts: Partial<CanvasCard> = {}): CanvasCard {
  const size = { x, y, width: 100, height: 50 };
  const rest = { kind: 'text', color: '', label: '', children: [paragraph(id)] } as const;
  return { type: 'canvasCard', id, ...size, ...rest, children: [...rest.children], ...facts };
}

const edge: CanvasEdge = {
  from: 'a',
  to: 'b',
  fromSide: '',
  toSide: '',
  fromArrow: false,
  toArrow: true,
  label: 'then',
  color: '',
};

test('cards are at their positions over one drawing of the arrows, which have a text alternative', () => {
  const children = [
    card('frame', 0, 0, { kind: 'group', label: 'Group', width: 400, height: 50, children: [] }),
    card('a', 0, 0, { color: 'red' }),
    card('b', 300, 0, { color: '#123456' }),
  ];
  const canvas = { type: 'canvas' as const, width: 400, height: 50, edges: [edge], children };
  expect(htmlOf(root(canvas))).toBe(
    '<figure class="board"><div class="board-scroll" tabindex="0" role="group" aria-label="Board">' +
      '<div class="board-area" style="position:relative;width:480px;height:130px">' +
      '<div class="board-card" style="position:absolute;left:40px;top:40px;width:400px;height:50px" data-kind="group" id="card-frame">' +
      '<div class="board-label">Group</div></div>' +
      '<svg class="board-arrows" viewBox="-40 -40 480 130" width="480" height="130" aria-hidden="true" style="position:absolute;inset:0">' +
      '<g><path d="M100 25 C200 25, 200 25, 300 25" fill="none" stroke="currentColor" stroke-width="2"></path>' +
      '<polygon points="300,25 289,20 289,30" fill="currentColor"></polygon>' +
      '<text x="200" y="25" text-anchor="middle" dominant-baseline="central" fill="currentColor" stroke="none">then</text></g></svg>' +
      '<div class="board-card" style="position:absolute;left:40px;top:40px;width:100px;height:50px" data-kind="text" data-color="red" id="card-a"><p>a</p></div>' +
      '<div class="board-card" style="position:absolute;left:340px;top:40px;width:100px;height:50px;--board-color:#123456" data-kind="text" id="card-b"><p>b</p></div>' +
      '</div></div><ul class="sr-only"><li>a → b: then</li></ul></figure>',
  );
});

test('an arrow leaves and arrives at the sides that face each other, or where the author says', () => {
  const line = (to: CanvasCard, facts: Partial<CanvasEdge> = {}) => {
    return edgePath({ ...edge, ...facts }, card('a', 0, 0), to).line;
  };
  expect(line(card('b', 0, 200))).toBe('M50 50 C50 125, 50 125, 50 200');
  expect(line(card('b', 0, -200))).toBe('M50 0 C50 -75, 50 -75, 50 -150');
  expect(line(card('b', -300, 0))).toBe('M0 25 C-100 25, -100 25, -200 25');
  expect(line(card('b', 0, 200), { fromSide: 'left', toSide: 'left' })).toBe(
    'M0 25 C-100 25, -100 225, 0 225',
  );
});
