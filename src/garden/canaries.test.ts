import { expect, test } from 'vitest';
import { canaryPlaces, mdxPlaces } from './fixtures/canary-places.ts';
import { publishedText } from './fixtures/published-text.ts';

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

test.each([...places, ...Object.entries(mdxPlaces)])(
  'in an MDX note nothing of a private note is published from %s',
  (_, source) => {
    const text = publishedText(source, 'all', undefined, 'mdx');
    expect(text).toContain('beside the reference');
    expect(text.toLowerCase()).not.toContain('zebrafish');
  },
);

test('the same search finds the canary while its note is public', () => {
  expect(publishedText('[[Zebrafish]]', 'all', '').toLowerCase()).toContain('zebrafishtext');
});
