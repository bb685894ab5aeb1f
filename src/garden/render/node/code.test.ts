import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { htmlOf, root } from '../fixtures/hand-made.ts';

function code(value: string, lang: string | null, meta: string | null = null): string {
  const node: Code = { type: 'code', value, lang, meta };
  return htmlOf(root(node));
}

test('code in an unknown language is shown as it is', () => {
  expect(code('a < b', '"><script>')).toBe(
    '<pre class="shiki" tabindex="0" data-language="&#x22;><script>"><code>a &#x3C; b</code></pre>',
  );
  expect(code('x', null)).toBe('<pre class="shiki" tabindex="0"><code>x</code></pre>');
});

test('code in a known language names the language', () => {
  expect(code('x', 'python{cmd=true}')).toMatch(/^<pre data-language="python" class="shiki/);
});

/** The block without colours. */
function plain(value: string, lang: string | null, meta: string | null = null): string {
  return code(value, lang, meta)
    .replace(/ style="--[^"]*"/g, '')
    .replace(/<span>([^<]*)<\/span>/g, '$1');
}

const themes = 'shiki shiki-themes github-light-default github-dark-default';

test('a title stands above the code', () => {
  expect(plain('a=1', 'properties', 'title="server.properties"')).toBe(
    '<figure class="code"><figcaption>server.properties</figcaption>' +
      `<pre data-language="properties" class="${themes}" tabindex="0"><code>` +
      '<span class="line">a=1</span></code></pre></figure>',
  );
});

test('lines and words that the fence names are marked', () => {
  expect(plain('a\nb\nc\nd', 'text', '{1} ins={2} del={3} "d"')).toBe(
    `<pre data-language="text" class="${themes} has-highlighted has-diff" tabindex="0"><code>` +
      '<span class="line highlighted">a</span>\n<span class="line diff add">b</span>\n' +
      '<span class="line diff remove">c</span>\n' +
      '<span class="line"><span class="highlighted-word">d</span></span></code></pre>',
  );
});

test('words of any language are marked, also ones within others', () => {
  const html = code('leader epoch', 'nolang', '"leader epoch" /epoch/');
  expect(html.match(/highlighted-word/g)).toHaveLength(1);
});

test('comments mark lines and are not shown', () => {
  const html = code('let a = 1 // [!code ++]\nlet b = 2 // [!code --]', 'js');
  expect(html).toContain('class="line diff add"');
  expect(html).toContain('class="line diff remove"');
  expect(html).not.toContain('[!code');
});

test('lines are numbered from the number that the fence names', () => {
  expect(plain('a', 'properties', 'showLineNumbers')).toBe(
    `<pre data-language="properties" data-numbered class="${themes}" tabindex="0"><code>` +
      '<span class="line">a</span></code></pre>',
  );
  expect(plain('a\nb', 'nolang', 'showLineNumbers{9}')).toBe(
    '<pre class="shiki" tabindex="0" data-language="nolang" data-numbered="">' +
      '<code style="counter-reset:line 8"><span class="line">a</span>\n' +
      '<span class="line">b</span></code></pre>',
  );
});

test('long lines wrap where the fence says so', () => {
  expect(plain('a', 'properties', 'wrap')).toContain(
    '<pre data-language="properties" data-wraps class=',
  );
});
