import { expect, test } from 'vitest';
import { canaryPlaces, mdxPlaces } from './fixtures/canary-places.ts';
import { drawnAsText, publishedText } from './fixtures/published-text.ts';

const places = Object.entries(canaryPlaces);

test('canaries stand in at least sixty places', () => {
  expect(places.length).toBeGreaterThanOrEqual(60);
});

test.each(
  (['vault', 'all'] as const).flatMap((publish) =>
    places.map(([place, source]) => [publish, place, source] as const),
  ),
)('with the policy %s nothing of a private note is published from %s', (publish, _, source) => {
  const text = publishedText(source, publish);
  expect(text).toContain('beside the reference');
  expect(text.toLowerCase()).not.toContain('zebrafish');
});

test.each(places.filter(([, source]) => source.includes('mermaid')))(
  'a drawing shows nothing of a private note from %s',
  (_, source) => {
    const text = publishedText(source, 'all', undefined, 'md', drawnAsText);
    expect(text).toContain('<svg');
    expect(text.toLowerCase()).not.toContain('zebrafish');
  },
);

test.each([...places, ...Object.entries(mdxPlaces)])(
  'in an MDX note nothing of a private note is published from %s',
  (_, source) => {
    const text = publishedText(source, 'all', undefined, 'mdx');
    expect(text).toContain('beside the reference');
    expect(text.toLowerCase()).not.toContain('zebrafish');
  },
);

test.each(places)('nothing that an unlisted note says is published from %s', (_, source) => {
  const text = publishedText(source, 'all', 'unlisted: true\n').toLowerCase();
  expect(text).toContain('beside the reference');
  expect(text).not.toMatch(/zebrafish(?:text|tag)/);
});

test.each([
  ...places.map(([place, source]) => ['md', place, source] as const),
  ...[...places, ...Object.entries(mdxPlaces)].map((each) => ['mdx', ...each] as const),
])('in a note as %s nothing of a note with a password is published from %s', (as, _, source) => {
  const text = publishedText(source, 'all', 'password: family\n', as).toLowerCase();
  expect(text).toContain('beside the reference');
  expect(text).not.toContain('zebrafish');
});

test('links lead to an unlisted note, and no list, graph or tag names it', () => {
  const text = publishedText('[x](Zebrafish.md)', 'all', 'unlisted: true\n');
  expect(text).toContain('/zebrafish/');
  const { notes: _, ...lists } = JSON.parse(text);
  expect(JSON.stringify(lists).toLowerCase()).not.toContain('zebrafish');
});

test('the same search finds the canary while its note is public', () => {
  expect(publishedText('[[Zebrafish]]', 'all', '').toLowerCase()).toContain('zebrafishtext');
});
