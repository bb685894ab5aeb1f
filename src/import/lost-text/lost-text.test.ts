import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../garden/diagnostic.ts';
import { vaults } from '../../garden/fixtures/read-and-render.ts';
import { logseqSyntax } from '../../garden/parse/logseq/fixtures/syntax.ts';
import { obsidianSyntax } from '../../garden/parse/obsidian/fixtures/syntax.ts';
import { parseNote } from '../../garden/parse/parse-note.ts';
import { renderNote } from '../../garden/render/render-note.ts';
import { resolveGarden } from '../../garden/resolve/resolve-garden.ts';
import { lostText } from './lost-text.ts';

const policy = {
  ...({ publish: 'all', base: '/', lang: 'en', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};

/** What is lost of a note when `lose` has changed its HTML. */
function lostOf(
  source: string,
  { path = 'Note.md', lose = (html: string) => html } = {},
): Diagnostic[] {
  const vault = vaults[path.startsWith('pages/') ? 'logseq' : 'obsidian'];
  const { note, body } = parseNote({ path, source }, vault);
  const garden = { ...resolveGarden([note], [], [vault], policy), today: '2026-01-08' };
  const entry = [...garden.notes.values()].find((each) => each.note.path === path);
  if (!entry) return [];
  const { page } = renderNote(garden, entry.id, {
    body: () => body,
    drawing: () => ({ kind: 'failed', message: 'Not drawn.', line: null }),
    highlighter: { highlight: () => null },
    copy: null,
  });
  const shown = { ...page, html: lose(page.html), description: '' };
  return lostText(source, shown, entry.note);
}

const without = (part: string) => (html: string) => html.replace(part, '');

test.each(
  [...obsidianSyntax, ...logseqSyntax.map((row) => ({ file: 'pages/Note.md', ...row }))].filter(
    ({ file = '.md' }) => file.endsWith('.md'),
  ),
)('nothing of “$what” is lost', ({ source, file = 'Note.md' }) => {
  expect(lostOf(source, { path: file })).toEqual([]);
});

test('a word that is on no page is named with its place', () => {
  expect(lostOf('One two.\n\nThree **four** five.\n', { lose: without('four') })).toEqual([
    {
      ...{ code: 'lost-text', path: 'Note.md', line: 3, column: 9 },
      message: 'The page does not show “four”.',
      hint: 'Write it in another way, and report it: what is written should be shown.',
    },
  ]);
});

test('a line of words that stand elsewhere is found by their order', () => {
  const source = 'a b c d e f\n\nb d f a c e\n';
  expect(lostOf(source)).toEqual([]);
  const [lost] = lostOf(source, { lose: without('<p>b d f a c e</p>') });
  expect([lost?.line, lost?.message]).toEqual([3, 'The page does not show “b d f a c e”.']);
});

test.each([
  ['properties', '---\nhidden: x\nno: y\n---\na'],
  ['properties that nothing closes', '---\nhidden:\n- x\n--\na'],
  ['a comment', 'a %%hidden%% b'],
  ['a comment that nothing closes', 'a\n\n%%\nhidden'],
  ['a comment of HTML', 'a <!-- hidden --> b'],
  ['a block id', 'a ^hidden'],
  ['a block id after Chinese', '一段话。^hidden'],
  ['the label of a footnote', 'a[^hidden]\n\n[^hidden]: b'],
  ['an unused definition', 'a\n\n[hidden]: https://hidden.example/lost'],
  ['an address', '[a](javascript:hidden)'],
  ['an attribute', '<b class="hidden" onclick="lost()">a</b>'],
  ['a script', '<script>hidden()</script>a'],
  ['the size of a picture', '![a|120x40](https://a.example/b.png)'],
  ['the language of code', '```hidden title=lost\na\n```'],
  ['a query', '```dataview\nLIST FROM #hidden WHERE lost\n```'],
  ['a reference to an entity', 'a&nbsp;b'],
])('%s is no loss', (_, source) => {
  expect(lostOf(source)).toEqual([]);
});

test('the code of MDX is no loss', () => {
  const source = 'import A from "./hidden.astro"\n\n<A lost="x">a</A> {lost + 1}\n';
  expect(lostOf(source, { path: 'Note.mdx' })).toEqual([]);
});

test('each paragraph that a page lacks is found', () => {
  const word = fc.stringMatching(/^[a-z]{5,9}$/);
  const paragraph = fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => words.join(' '));
  const note = fc.uniqueArray(paragraph, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(note, fc.nat(), (paragraphs, number) => {
      const index = number % paragraphs.length;
      const source = paragraphs.join('\n\n');
      const found = lostOf(source, { lose: without(`<p>${paragraphs[index]}</p>`) });
      expect(found.map(({ line }) => line)).toEqual([2 * index + 1]);
    }),
  );
});
