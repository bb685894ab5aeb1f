import { expect, test } from 'vitest';
import { fillParts, generatedParts, readDocuments } from './generated-parts.ts';

test('the README and the guide say what the code does: `npm run readme` has nothing to change', async () => {
  const stale = [...(await readDocuments())].filter(([, text]) => fillParts(text) !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
});

test('every generated part is in a document', async () => {
  const text = [...(await readDocuments()).values()].join('\n');
  const missing = Object.keys(generatedParts).filter((name) => !text.includes(`<!-- ${name} -->`));
  expect(missing).toEqual([]);
});

test('a part is replaced and the rest stays', () => {
  const document = 'a\n<!-- diagnostics -->\nstale words\n<!-- /diagnostics -->\nb';
  const [before, after] = fillParts(document).split(
    /<!-- diagnostics -->[\s\S]*<!-- \/diagnostics -->/u,
  );
  expect([before, after]).toEqual(['a\n', '\nb']);
  expect(fillParts(document)).not.toContain('stale words');
});

test('a part without an end is a mistake', () => {
  expect(() => fillParts('a\n<!-- diagnostics -->\nb')).toThrow('“diagnostics” has no end');
});
