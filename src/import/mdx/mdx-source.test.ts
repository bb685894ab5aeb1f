import { expect, test } from 'vitest';
import { readAndRender } from '../../garden/fixtures/read-and-render.ts';
import { mdxSource } from './mdx-source.ts';

function compiled(source: string) {
  const module = readAndRender('obsidian', source, 'mdx').rendered?.page.mdx;
  if (!module) throw new Error('The note holds no code.');
  return mdxSource(module, (name) => (name === './Quorum.astro' ? '/garden/Quorum.astro' : null));
}

test('imports lead to the files they mean, and the body is JSX around finished HTML', () => {
  const note =
    '---\ntags: [a]\n---\nimport Quorum from "./Quorum.astro"\n\n<Quorum n={3} />\n\nA *b*.\n';
  expect(compiled(note)).toEqual({
    source:
      'import Quorum from "/garden/Quorum.astro"\n\n' +
      '<Fragment>{"\\n"}</Fragment><Quorum n={3} /><Fragment set:html={"\\n<p>A <em>b</em>.</p>"} />\n',
    flaw: null,
  });
});

test.each([
  [
    'a\n\nimport A from "./gone.astro"\n\n<A />\n',
    'Its import “./gone.astro” is no existing file or package.',
  ],
  ['a\n\n<Quorum />\n', 'It uses <Quorum> and does not import it.'],
])('%j has a flaw in its third line', (source, message) => {
  expect(compiled(source).flaw).toEqual({ message, line: 3, column: 1 });
});

test('a component that the note itself defines is known', () => {
  expect(compiled('export const Three = () => 3\n\n<Three />\n').flaw).toBeNull();
});

test('names that are given twice are a flaw', () => {
  const { flaw } = compiled('export const a = 1\n\nb\n\nexport const a = 2\n');
  expect(flaw?.message).toMatch(/already been declared|parse/);
});
