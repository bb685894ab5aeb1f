import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { expect, test } from 'vitest';
import { gardenOf, noteOf, paragraph, root, sourcesOf } from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

const mark: FootnoteReference = { type: 'footnoteReference', identifier: '1' };

function rendered(...parts: Parameters<typeof paragraph>): string {
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: '1',
    children: [paragraph('Why')],
  };
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }]);
  const body = root(paragraph(...parts), definition);
  return renderNote(garden, 'a', sourcesOf({ 'a.md': body })).page.html;
}

test('a blank before the number of a footnote does not part it from its word', () => {
  expect(rendered('A word ', mark, ' and more.')).toMatch(
    /<p>A word\u00a0<sup><a [^>]*>1<\/a><\/sup> and more\.<\/p>/,
  );
  expect(rendered('句子。', mark)).toMatch(/<p>句子。<sup>/);
});
