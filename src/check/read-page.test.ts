import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBuiltPage } from './read-page.ts';

test('addresses, ids and note syntax of a page are read, with entities decoded', () => {
  const page = readBuiltPage(
    '<link rel="next" href="/b/"><link rel="me" href="/no/"><a id="x&amp;y" href="/a?b&amp;c">a</a>' +
      '<img srcset="/1.png 1x, /2.png 2x" src="/1.png"><object data="/d.pdf"></object>' +
      '<main>a **b <span class="a katex">**</span><code>==</code></main>',
  );
  expect(page).toMatchObject({
    ids: ['x&y'],
    references: ['/b/', '/a?b&c', '/1.png', '/1.png', '/2.png', '/d.pdf'],
    rawSyntax: [expect.stringContaining('a **b')],
  });
});

test('a page is read in the same way whether something in it is to be decoded or not', () => {
  const parts = [
    ...['<a ', '<p>', '</p>', '</br>', '<code>', '</code>', '<svg>', '<path/>', '</svg>', '</a>'],
    ...['id="x" ', 'id=y ', "class='a source' ", 'href="/a" ', 'href=#x ', 'srcset="/a 1x, /b" '],
    ...['<meta http-equiv=refresh content="0; url=/r">', '<link rel=next ', '<title>', '</title>'],
    ...['>', ' ', '/>', '**', '[[x', 'text', '<', '"', "'", '<!--', '-->', '<script>', '</script>'],
  ];
  const html = fc.array(fc.constantFrom(...parts), { maxLength: 16 }).map((all) => all.join(''));
  fc.assert(
    fc.property(html, (main) => {
      const page = `<main>${main}`;
      expect(readBuiltPage(page)).toEqual(readBuiltPage(`<!-- & -->${page}`));
    }),
    { numRuns: 1000 },
  );
});
