import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';
import type { MdxNode } from '../../page.ts';
import { obsidianSyntax } from '../../parse/obsidian/fixtures/syntax.ts';

function page(source: string) {
  const { rendered, diagnostics } = readAndRender('obsidian', source, 'mdx');
  if (!rendered) throw new Error('The note is not published.');
  return { ...rendered.page, diagnostics, markdown: rendered.markdown };
}

const html = (source: string) => page(source).html.trim();

const constructs = [
  ['a highlight', '==a==', '<mark class="highlight">a</mark>'],
  ['a comment of Obsidian', 'a %%hidden%%b', 'a b'],
  ['a comment of HTML', 'a <!-- hidden -->b', 'a b'],
  ['a comment of MDX', 'a {/* hidden */}b', 'a b'],
  ['a tag', '#a', '<a class="tag" href="/tags/a/">#a</a>'],
  ['a wiki link', '[[Note|n]]', '<a class="note-link" href="/note/">n</a>'],
  ['a Markdown link', '[n](Note.mdx)', '<a class="note-link" href="/note/">n</a>'],
  ['a link in angles', '[n](<Note.mdx>)', '<a class="note-link" href="/note/">n</a>'],
  ['a link of HTML', '<a href="Note.mdx">n</a>', '<a class="note-link" href="/note/">n</a>'],
  ['a void element', 'a<br>b<br />c', 'a<br>b<br>c'],
  ['a less-than sign', 'a < b <5', 'a &#x3C; b &#x3C;5'],
  ['a text in braces', "a{' '}b{`c`}", 'a bc'],
] as const;

test.each(constructs)('%s is read outside and inside of elements', (_, source, shown) => {
  expect(html(source)).toBe(`<p>${shown}</p>`);
  expect(html(`<div>\n${source}\n</div>`)).toBe(`<div><p>${shown}</p></div>`);
  expect(html(`<Card>\n${source}\n</Card>`)).toBe(`<div><p>${shown}</p></div>`);
  expect(html(`a <Card>${source}</Card>`)).toBe(`<p>a <span>${shown}</span></p>`);
});

test.each([
  '$\\frac{a}{b}$',
  '$$\n\\frac{a}{b}\n$$',
  '> [!tip] Title\n> Text',
  '![[Note#One]]\n\n# One',
])('%j is read in elements as outside of them', (source) => {
  const alone = html(source);
  expect(alone).toMatch(/katex|callout|embed/);
  expect(html(`<Card>\n${source}\n</Card>`)).toBe(`<div>${alone}</div>`);
});

test('headings, tags, block ids and words in elements are those of the note', () => {
  const { contents, tags, search, description, markdown } = page(
    'import Card from "./Card.astro"\n\n<Card title="t">\nFirst #tag. ^id\n\n## Inner\n\n- one\n</Card>\n\n[[#^id]]\n',
  );
  expect(contents).toEqual([{ depth: 2, fragment: 'inner', text: 'Inner' }]);
  expect(tags.map(({ title }) => title)).toEqual(['tag']);
  expect(search.map(({ text }) => text)).toEqual(['First #tag.', 'one\n^id']);
  expect(description).toBe('First #tag.');
  expect(markdown).toContain(
    'First [#tag](https://garden.example/tags/tag/).\n\n## Inner\n\n- one\n',
  );
});

test('Astro gets the HTML with the code in it', () => {
  const { mdx } = page(
    'import Card from "./Card.astro"\n\nA **b** {1 + 1}\n\n<Card title="t" open n={3} {...rest}>==c==</Card>\n\n<img alt="x>y" src="https://a.example/a.png" style={{ width: 1 }} />\n',
  );
  expect(mdx?.statements).toEqual([
    { code: 'import Card from "./Card.astro"', line: 1, column: 1 },
  ]);
  expect(mdx?.components).toEqual([{ name: 'Card', line: 5, column: 1 }]);
  expect(mdx?.nodes.filter((node) => !('html' in node && node.html.trim() === ''))).toEqual([
    {
      openHtml: '<p>',
      name: 'p',
      attributes: '',
      children: [{ html: 'A <strong>b</strong> ' }, { code: '1 + 1' }],
    },
    {
      name: 'Card',
      attributes: 'title={"t"} open n={3} {...rest}',
      children: [{ html: '<mark class="highlight">c</mark>' }],
    },
    {
      openHtml: '<img alt="x>y" src="https://a.example/a.png" loading="lazy">',
      name: 'img',
      attributes: 'style={{ width: 1 }}',
      children: [],
    },
  ] satisfies MdxNode[]);
});

test('a note without code has no module', () => {
  expect(page('<div>a</div> {/* b */}\n\n<a href="https://a.example">b</a>\n').mdx).toBeNull();
});

test('tables, styles and unknown elements of MDX stay whole', () => {
  expect(html('<table>\n  <tr>\n    <td>[[Note]]</td>\n  </tr>\n</table>')).toBe(
    '<table><tbody><tr><td><a class="note-link" href="/note/">Note</a></td></tr></tbody></table>',
  );
  expect(html('<style>{`p { color: red }`}</style>\n\na')).toBe('<p>a</p>');
  expect(html('<svg><rect strokeWidth="2" /></svg>')).toContain('<rect stroke-width="2">');
});

test('a block element in the lines of a paragraph is no part of it', () => {
  expect(html('<details>\n<summary>S *e*</summary>\nBody [[Note]]\n</details>')).toBe(
    '<details><summary>S <em>e</em></summary>\n' +
      '<p>Body <a class="note-link" href="/note/">Note</a></p></details>',
  );
});

test('an element that is hidden is not shown', () => {
  expect(html('a <b hidden>b</b>')).toBe('<p>a </p>');
});

test('what is no MDX is shown as Markdown, with a notice and where it ends', () => {
  const { html: shown, diagnostics } = page('%% a %%\n\nA ==set== {1, 2\n\n<Card>text</Card>\n');
  expect(shown).toBe(
    '<div class="notice" data-kind="mdx"><p>The components of this page cannot be shown.</p></div>\n' +
      '<p>A <mark class="highlight">set</mark> {1, 2</p>\n<p>text</p>',
  );
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['invalid-mdx', 3]]);
});

test('code of another note does not run where that note is shown', () => {
  const { mdx } = page('{1}\n\n![[#One]]\n\n# One\n\n<Card>a</Card> {2}\n');
  expect(JSON.stringify(mdx).match(/"name":"Card"/g)).toHaveLength(2);
});

/** Rows of the syntax table without elements and braces, which MDX reads as code. */
const plain = obsidianSyntax
  .filter(({ source, file = '.md' }) => file.endsWith('.md') && !source.startsWith('---'))
  .map(({ source }) => source)
  .filter((source) => !/<[a-z/]|\{[^}]*\}\}?$/m.test(source));

test('a note without elements and braces is the same as .mdx and as .md', () => {
  expect(plain.length).toBeGreaterThan(40);
  const notes = fc.shuffledSubarray(plain, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(notes, (parts) => {
      const source = parts.join('\n\n');
      const [md, mdx] = (['md', 'mdx'] as const).map((extension) => {
        const { rendered, diagnostics } = readAndRender('obsidian', source, extension);
        const found = diagnostics.map(({ path: _, ...rest }) => rest);
        return { ...rendered, page: { ...rendered?.page, path: '' }, diagnostics: found };
      });
      expect({ ...mdx, markdownWith: null }).toEqual({ ...md, markdownWith: null });
    }),
    { numRuns: 40 },
  );
});
