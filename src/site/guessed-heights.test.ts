import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLongNote, isOnFirstScreen, withGuessedHeights } from './guessed-heights.ts';

const item = (content: string) => `<li class="block">${content}</li>`;
const lines = (count: number) => '<p>Word</p>'.repeat(count);
const firstView = lines(40);
/** Rows on a phone and on a desk of each marked item, below a first view. */
const guesses = (html: string) =>
  Array.from(
    withGuessedHeights(firstView + html).matchAll(/--rows:(\d+);--wide:(\d+)/g),
    ([, ...rows]) => rows.map(Number),
  );

test('a note is long by its bytes', () => {
  expect([isLongNote('字'.repeat(17_000)), isLongNote('a'.repeat(17_000))]).toEqual([true, false]);
});

test('items of many rows are marked, with what is in them; short ones are not', () => {
  const inner = item(lines(10));
  const html = `<ul>${item(`Head<ul>${inner}</ul>`)}${item('short')}</ul>`;
  expect(guesses(html)).toEqual([
    [16, 16],
    [15, 15],
  ]);
  expect(withGuessedHeights(html)).toContain('<li class="block">short</li>');
});

test('what begins after thirty lines is below the first screen', () => {
  const html = `<p>Word</p>`.repeat(60);
  expect(isOnFirstScreen(html, html.length / 3)).toBe(true);
  expect(isOnFirstScreen(html, html.length)).toBe(false);
});

test('what may be in the first view is not marked', () => {
  expect(withGuessedHeights(item(lines(30)))).not.toContain('style');
});

test('a text takes more rows on a phone, and Chinese letters take more room', () => {
  const [[phone = 0, desk = 0] = []] = guesses(item('word '.repeat(200)));
  expect(phone).toBeGreaterThan(desk * 1.8);
  const [[chinese = 0] = []] = guesses(item('字'.repeat(1000)));
  expect(chinese).toBeGreaterThan(phone * 1.8);
});

test('what a closed fold has is not counted, what an open one has is', () => {
  const fold = (open: string) =>
    item(`Head<details${open}><summary></summary><ul>${item(lines(20))}</ul></details>`);
  expect(guesses(fold('')).length).toBe(0);
  expect(guesses(fold(' open')).length).toBe(2);
});

test('each line of code, each picture and each video counts', () => {
  expect(guesses(item('<a class="media" href="/">Video</a>'))[0]?.[0]).toBeGreaterThan(10);
  expect(guesses(item(`<pre><code>${'x = 1\n'.repeat(30)}</code></pre>`))[0]?.[0]).toBeGreaterThan(
    30,
  );
  expect(guesses(item('<img src="a.png" alt="a > b">'))[0]?.[0]).toBeGreaterThan(10);
});

test('without the marks the HTML is as before', () => {
  const html = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'a < b',
        'text\n',
        '字',
        '<br>',
        '<img alt="<li>">',
        '<!-- <li> -->',
        '</li>',
        '<li style="color:red">x',
      ),
      fc
        .array(tie('node'), { maxLength: 4 })
        .map((all) => `<li class="block">${all.join('')}</li>`),
      fc.array(tie('node'), { maxLength: 4 }).map((all) => `<details>${all.join('')}</details>`),
      fc.array(tie('node'), { maxLength: 4 }).map((all) => `<pre>${all.join('')}</pre>`),
    ),
  })).node;
  fc.assert(
    fc.property(html, (text) => {
      expect(withGuessedHeights(text).replace(/ style="--rows:\d+;--wide:\d+"/g, '')).toBe(text);
    }),
  );
});
