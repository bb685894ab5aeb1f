import { expect, test } from 'vitest';
import { htmlReferences } from './html-references.ts';
import { htmlText } from './html-tags.ts';

test.for([
  ['<img src="a.png" width="50">', ['embed a.png 5']],
  ["<IMG SRC='a b.png'/>", ['embed a b.png 5']],
  ['<img src=a.png>', ['embed a.png 5']],
  ['<img alt="x > y" src="a&amp;b.png">', ['embed a&b.png 17']],
  [
    '<picture><source srcset="a.png 1x, b.png 2x"><img src="c.png"></picture>',
    ['embed a.png 17', 'embed b.png 17', 'embed c.png 50'],
  ],
  ['<video src="v.mp4" poster="p.png"></video>', ['embed v.mp4 7', 'embed p.png 19']],
  ['<a href="note.md#Part">x</a>', ['link note.md#Part 3']],
  ['<!-- <img src="a.png"> -->', []],
  ['<a href="https://a.b">x</a> <a href="#c">y</a> <img src="data:,"> <img src="//a.b/c">', []],
  ['<span title="src=a.png">x</span>', []],
] as const)('the files that %s names', ([html, expected]) => {
  const found = htmlReferences(html).map(({ kind, address, offset }) => [kind, address, offset]);
  expect(found.map((parts) => parts.join(' '))).toEqual(expected);
});

test('the text of HTML has no tags, comments or scripts', () => {
  expect(htmlText('<b>a &amp; b</b><!-- c --> <script>d</script>&#100; 1 < 2')).toBe(
    'a & b d 1 < 2',
  );
});
