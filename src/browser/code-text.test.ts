import { expect, test } from 'vitest';
import { codeText } from './code-text.ts';
import { openPage } from './fixtures/open-page.ts';

function textOf(html: string): string {
  const pre = openPage(`<body>${html}</body>`, 'https://garden.example/').document.querySelector(
    'pre',
  );
  if (!pre) throw new Error('There is no code.');
  return codeText(pre);
}

test('code is copied as it is written, without the button', () => {
  expect(textOf('<pre><div>Copy</div><code>a  b\n c\n</code></pre>')).toBe('a  b\n c\n');
});

test('lines marked as removed are not copied', () => {
  const html =
    '<pre><code><span class="line diff remove">old</span>\n<span class="line diff add">new</span>\n' +
    '<span class="line"></span>\n<span class="line">end</span></code></pre>';
  expect(textOf(html)).toBe('new\n\nend');
});

test('of a console only the commands are copied', () => {
  const console =
    '$ kafka-topics.sh --create \\\n  --topic a\nCreated topic a.\nada@host:~$ echo $ x\n$ x';
  const html = (language: string) =>
    `<pre data-language="${language}"><code>${console}</code></pre>`;
  expect(textOf(html('console'))).toBe('kafka-topics.sh --create \\\n  --topic a\necho $ x\nx');
  expect(textOf(html('bash'))).toBe(console);
});

test('a console without prompts is copied whole', () => {
  expect(textOf('<pre data-language="console"><code>ls\ncost: $ 5</code></pre>')).toBe(
    'ls\ncost: $ 5',
  );
});
