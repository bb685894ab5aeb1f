import { expect, test, vi } from 'vitest';
import { highlighter } from '../../garden/render/fixtures/hand-made.ts';

test('code has both themes as variables and no colour of its own', () => {
  expect(highlighter.highlight('let a', 'js')).toBe(
    '<pre class="shiki shiki-themes github-light-default github-dark-default" ' +
      'style="--shiki-light:#1f2328;--shiki-dark:#e6edf3;--shiki-light-bg:#ffffff;--shiki-dark-bg:#0d1117" tabindex="0">' +
      '<code><span class="line"><span style="--shiki-light:#CF222E;--shiki-dark:#FF7B72">let</span>' +
      '<span style="--shiki-light:#1F2328;--shiki-dark:#E6EDF3"> a</span></span></code></pre>',
  );
});

test.each(['python', 'PY', 'text/x-java', 'C++', 'golang', 'shell'])('%s is a language', (name) => {
  expect(highlighter.highlight('x = 1', name)).toMatch(/^<pre class="shiki/);
});

test.each(['', 'nolang', 'constructor', '<script>', 'music-abc'])('%j is none', (name) => {
  expect(highlighter.highlight('x', name)).toBe(null);
});

test('a block has the same colours whatever was coloured before it', async () => {
  const highlighter = await newHighlighter();
  const blocks = { md: '# A\n\n```js\nlet a = 1;\n```', html: '<p :title="a">{{ b }}</p>' };
  const before = Object.entries(blocks).map(([language, code]) => {
    return highlighter.highlight(code, language)?.replace('</code></pre>', '');
  });
  for (const [language, code] of [
    ['js', 'let a'],
    ['vue', '<a :b="c"/>'],
    ['nix', '{ a = 1; }'],
  ]) {
    highlighter.highlight(`${code}`, `${language}`);
  }
  const after = Object.entries(blocks).map(([language, code]) => {
    return highlighter.highlight(`${code}\n`, language);
  });
  expect(after).toEqual(before.map((html) => `${html}\n<span class="line"></span></code></pre>`));
});

test('a part has the colours of the language that it names', async () => {
  const highlighter = await newHighlighter();
  const html = highlighter.highlight('- a\n\n  ```py\n  def f(): pass\n  ```', 'markdown');
  expect(html).toContain('<span style="--shiki-light:#CF222E;--shiki-dark:#FF7B72">  def</span>');
});

/** One that has coloured nothing yet. */
async function newHighlighter() {
  vi.resetModules();
  const { createHighlighter } = await import('./highlighter.ts');
  return createHighlighter();
}
