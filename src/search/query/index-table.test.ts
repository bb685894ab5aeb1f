import { decode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metadataOf } from './index-table.ts';

const noParts = { files: [], counts: [], sizes: [] };

test('Pagefind’s metadata are CBOR of the numbers of pages, lists and filters', () => {
  const words = fc.array(fc.nat({ max: 100_000 }), { maxLength: 300 });
  const bounds = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, bounds, (counts, from) => {
      const table = metadataOf({
        ...{ kept: '_', fields: ['title'], filters: [['kind', '3fa94c']], words: counts },
        ...{ from, to: from.map((word) => `${word}z`), pages: '', letters: [] },
        ...{ texts: noParts, lists: noParts, vocabulary: noParts },
      });
      expect(decode(table)).toEqual([
        '1.5.2',
        counts.map((count, page) => [String(page), count]),
        from.map((word, list) => [word, `${word}z`, String(list)]),
        [['kind', '0']],
        [],
        ['title'],
      ]);
    }),
  );
});
