import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';

function description(source: string): string | undefined {
  return readAndRender('obsidian', source).rendered?.page.description;
}

test.for([
  '# Note\n\nOne *sentence*. Another one.\n\nA paragraph.\n\n<!--more-->\n\nThe rest.',
  'One sentence. Another one.\n\nA paragraph.\n<!-- more -->\nThe rest.',
  'One sentence. Another one.\n\nA paragraph.<!-- More Read on -->\n\nThe rest.',
])('the text above the mark is the description: %s', (source) => {
  expect(description(source)).toBe('One sentence. Another one. A paragraph.');
});

test('the mark itself is not shown, and nothing is said twice', () => {
  const { rendered, diagnostics } = readAndRender(
    'obsidian',
    'Above ![[Note]].\n\n<!--more-->\n\nBelow.',
  );
  expect(rendered?.page.html).not.toContain('more');
  expect(diagnostics.filter(({ code }) => code === 'embed-cycle')).toHaveLength(1);
});

test('a description of its own comes first; without text above the mark the first sentence stands', () => {
  expect(description('---\nexcerpt: Own.\n---\nAbove.\n\n<!--more-->\n')).toBe('Own.');
  expect(description('<!--more-->\n\nFirst. Second.')).toBe('First.');
  expect(description('- item\n\n<!--more-->\n\nFirst. Second.')).toBe('First.');
});

test('a mark in code is text', () => {
  expect(description('First. Second.\n\n`<!--more-->`')).toBe('First.');
});
