import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';

function cards(dialect: 'obsidian' | 'logseq', source: string) {
  return readAndRender(dialect, source).rendered?.page.cards;
}

test('a card is rendered as its note is, without its own id of the page', () => {
  expect(cards('logseq', '- a {{cloze b}} #card\n\t- **c**')).toEqual([
    {
      id: expect.stringMatching(/^[a-z0-9]{7,11}$/),
      decks: [''],
      fragment: expect.stringMatching(/^b-/),
      front: '<p>a […]</p>',
      back: expect.stringContaining('<p>a <mark class="highlight">b</mark></p>'),
    },
  ]);
});

test('a note without cards has none in its record', () => {
  expect(cards('obsidian', 'a::b')).toBeUndefined();
});

test('a card keeps its id while text around it changes, equal questions have different ones', () => {
  const ids = (source: string) => cards('obsidian', source)?.map(({ id }) => id);
  const [first, second] = ids('#flashcards\n\nq::a\n\nq::b') ?? [];
  expect(first).not.toBe(second);
  expect(ids('# H #flashcards\n\nmore\n\nq::other')).toEqual([first]);
});

test('the page shows what is a card as it is written, and no dates of the plugin', () => {
  const { rendered } = readAndRender(
    'obsidian',
    '#flashcards\n\nq:: a\n<!--SR:!2026-01-01,3,250-->',
  );
  const { page, markdown = '' } = rendered ?? {};
  expect(page?.html).toContain('q:: a');
  expect(`${page?.html}${markdown}${JSON.stringify(page?.search)}`).not.toContain('SR:');
});
