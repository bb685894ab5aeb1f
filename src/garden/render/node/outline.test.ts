import { expect, test } from 'vitest';
import {
  block,
  gardenOf,
  htmlOf,
  linkOf,
  noteOf,
  outline,
  paragraph,
  root,
  sourcesOf,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

test('children fold below their block', () => {
  const body = root(
    outline(block('one', {}, paragraph('One'), outline(block('two', {}, paragraph('Two'))))),
  );
  expect(htmlOf(body)).toBe(
    '<ul class="outline"><li class="block" id="one"><div class="block-content"><p>One</p></div>' +
      '<details class="block-fold" open><summary aria-label="Child blocks: 1"></summary>' +
      '<ul class="outline"><li class="block" id="two"><div class="block-content"><p>Two</p></div></li></ul>' +
      '</details></li></ul>',
  );
});

const nested = outline(
  block(
    'a',
    { collapsed: true },
    paragraph('a'),
    outline(
      block('b', { collapsed: true }, paragraph('b'), outline(block('c', {}, paragraph('c')))),
    ),
  ),
);

test.each([
  ['honour', [false, false]],
  ['open', [true, true]],
  [1, [true, false]],
  [2, [true, true]],
] as const)('with the policy %j collapsed blocks are open: %j', (collapsed, open) => {
  const note = noteOf({ path: 'a.md', title: 'A' });
  const garden = gardenOf([{ note }]);
  const own = { ...garden, policy: { ...garden.policy, collapsed } };
  const { html } = renderNote(own, 'a', sourcesOf({ 'a.md': root(nested) })).page;
  const folds = [...html.matchAll(/<details class="block-fold"( open)?>/g)];
  expect(folds.map(([, isOpen]) => isOpen !== undefined)).toEqual(open);
});

test('the answer of a card is folded whatever the policy, behind a word that is not searched', () => {
  const answer = outline(block('b', {}, paragraph('Paris')));
  const card = block('a', { card: true }, paragraph('Capital?'), answer);
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }]);
  const own = { ...garden, policy: { ...garden.policy, collapsed: 'open' as const } };
  const { page } = renderNote(own, 'a', sourcesOf({ 'a.md': root(outline(card)) }));
  expect(page.html).toContain(
    '<li class="block" id="a" data-card=""><div class="block-content"><p>Capital?</p></div>' +
      '<details class="block-fold"><summary>Answer</summary>',
  );
  expect(page.search).toEqual([{ fragment: '', heading: '', text: 'Capital?\nParis' }]);
});

test('numbered blocks count 1, a, i by how many numbered blocks enclose them', () => {
  const deep = outline(block('c', { ordinal: 4 }, paragraph('c')));
  const middle = outline(block('b', { ordinal: 2 }, paragraph('b'), deep));
  const html = htmlOf(root(outline(block('a', { ordinal: 3 }, paragraph('a'), middle))));
  expect([...html.matchAll(/data-ordinal="(\w+)"/g)].map(([, label]) => label)).toEqual([
    '3',
    'b',
    'iv',
  ]);
});

test('a task shows its state, priority and dates', () => {
  const task = {
    marker: 'DOING',
    done: false,
    priority: 'A',
    scheduled: '2026-01-02',
    deadline: '',
  } as const;
  const html = htmlOf(root(outline(block('t', { task }, paragraph('Write')))));
  expect(html).toBe(
    '<ul class="outline"><li class="block" id="t"><div class="block-content">' +
      '<p><span class="task" data-marker="DOING"><input type="checkbox" disabled aria-label="Task: DOING">' +
      '<span class="task-marker">DOING</span>' +
      '<span class="task-priority" data-priority="A" title="Priority A">A</span></span> Write</p>' +
      '<div class="task-dates"><span data-kind="scheduled">Scheduled <time datetime="2026-01-02">2026-01-02</time></span></div>' +
      '</div></li></ul>',
  );
});

test('a block that is a heading is one, and is in the contents', () => {
  const note = noteOf({ path: 'a.md', title: 'A' });
  const body = root(outline(block('h', { heading: 2, background: 'red' }, paragraph('Logs'))));
  const { page } = renderNote(gardenOf([{ note }]), 'a', sourcesOf({ 'a.md': body }));
  expect(page.html).toContain(
    '<li class="block" id="h" data-background="red"><div class="block-content">' +
      '<h2>Logs<a class="heading-anchor" href="#h" aria-label="Link to this section">#</a></h2>',
  );
  expect(page.contents).toEqual([{ fragment: 'h', depth: 2, text: 'Logs' }]);
});

test('a block that others refer to says how many and who', () => {
  const note = noteOf({ path: 'a.md', title: 'A' });
  const other = noteOf({ path: 'b.md', title: 'B' });
  const garden = gardenOf([
    { note, backlinks: [{ from: 'b', link: linkOf('', { kind: 'block' }), fragment: 'x' }] },
    { note: other },
  ]);
  const body = root(outline(block('x', {}, paragraph('One')), block('y', {}, paragraph('Two'))));
  const { page } = renderNote(garden, 'a', sourcesOf({ 'a.md': body }));
  expect(page.html.match(/<details class="block-references">.*?<\/details>/g)).toEqual([
    '<details class="block-references"><summary aria-label="References to this block: 1" title="References to this block: 1">1</summary>' +
      '<ul><li><a class="note-link" href="/garden/b/">B</a> About .</li></ul></details>',
  ]);
  expect(page.search).toEqual([{ fragment: '', heading: '', text: 'One\nTwo' }]);
});

test('shown properties of a block are below it, hidden ones are not', () => {
  const context = { line: 1, column: 1, content: [] };
  const properties = [
    { key: 'author', value: ['Lamport', 'Lynch'], shown: true, ...context },
    { key: 'collapsed', value: true, shown: false, ...context },
  ];
  expect(htmlOf(root(outline(block('p', { properties }, paragraph('x')))))).toContain(
    '<p>x</p><dl class="properties"><div><dt>author</dt><dd>Lamport, Lynch</dd></div></dl></div>',
  );
});
