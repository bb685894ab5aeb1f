import { afterEach, expect, test, vi } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { openPage } from './fixtures/open-page.ts';

const html = `<html><body><main><h1 id="t">Title</h1><div class="prose">
  <p>Lead <a href="/a/">a</a></p>
  <h2 id="one">One<a class="heading-anchor" href="#one">#</a></h2><p>first</p>
  <h3 id="sub">Sub</h3><p>below</p>
  <h2 id="two">Two</h2><p>second</p>
  <ul><li class="block" id="b"><div class="block-content"><p id="in">block</p></div></li></ul>
  <ol><li id="fn-1">note <a class="data-footnote-backref" href="#r">↩</a></li></ol>
  <script>alert(1)</script>
</div></main></body></html>`;

afterEach(() => vi.unstubAllGlobals());

function excerpt(id: string): string | undefined {
  const { document } = openPage(html);
  return excerptOf(document, id)?.innerHTML.replace(/\s+/g, ' ').trim();
}

test('a heading shows its section, with what is below it and without ids and controls', () => {
  expect(excerpt('one')).toBe('<h2>One</h2><p>first</p><h3>Sub</h3><p>below</p>');
});

test('a section ends at a heading of the same level', () => {
  expect(excerpt('sub')).toBe('<h3>Sub</h3><p>below</p>');
});

test('what is in a block shows the block', () => {
  const block = '<li class="block"><div class="block-content"><p>block</p></div></li>';
  expect([excerpt('in'), excerpt('b')]).toEqual(Array(2).fill(`<ul class="outline">${block}</ul>`));
});

test('a footnote shows its text without the way back', () => {
  expect(excerpt('fn-1')).toBe('note');
});

test('without an id, or with an unknown one, the page shows its beginning', () => {
  const beginning = /^<h1>Title<\/h1><p>Lead <a tabindex="-1" href="\/a\/">a<\/a><\/p>/;
  expect(excerpt('')).toMatch(beginning);
  expect(excerpt('gone')).toMatch(beginning);
  expect(excerpt('')).not.toContain('script');
});

test('a drawing keeps its ids, which its styles depend on', () => {
  const { document } = openPage(
    '<html><body><main><div class="prose"><figure id="f"><svg id="s"><g id="g">x</g></svg></figure></div></main></body></html>',
  );
  const figure = '<figure><svg id="s"><g id="g">x</g></svg></figure>';
  expect(excerptOf(document, '')?.innerHTML).toBe(figure);
});
