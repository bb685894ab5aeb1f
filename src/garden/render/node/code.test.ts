import type { Code } from 'mdast';
import { expect, test } from 'vitest';
import { htmlOf, root } from '../fixtures/hand-made.ts';

function code(value: string, lang: string | null): string {
  const node: Code = { type: 'code', value, lang };
  return htmlOf(root(node));
}

test('code in an unknown language is shown as it is', () => {
  expect(code('a < b', '"><script>')).toBe(
    '<pre class="shiki" tabindex="0" data-language="&#x22;><script>"><code>a &#x3C; b</code></pre>',
  );
  expect(code('x', null)).toBe('<pre class="shiki" tabindex="0"><code>x</code></pre>');
});

test('code in a known language names the language', () => {
  expect(code('x', 'python{linenos=true}')).toMatch(/^<pre data-language="python" class="shiki/);
});
