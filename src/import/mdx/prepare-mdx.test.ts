import { expect, test } from 'vitest';
import { prepareMdx } from './prepare-mdx.ts';

const resolve = (specifier: string) =>
  specifier === './Quorum.astro' ? '/garden/Quorum.astro' : null;

test('imports point at the files they mean and lines stay where they are', () => {
  const note =
    '---\ntags: [a]\n---\nimport Quorum from "./Quorum.astro"\n\n<Quorum n={3} /> [[Raft]]\n';
  expect(prepareMdx(note, resolve)).toEqual({
    source: '\n\n\nimport Quorum from "/garden/Quorum.astro"\n\n<Quorum n={3} /> [[Raft]]\n',
    flaw: '',
    line: 1,
    column: 1,
  });
});

test('a note that is no MDX says where', () => {
  const { flaw, line } = prepareMdx('Fine.\n\nA set {1, 2\n', resolve);
  expect(flaw).toMatch(/acorn|expression/i);
  expect(line).toBe(3);
});

test('an import of a missing file is a diagnostic and does not stop the build', () => {
  expect(prepareMdx('import A from "./gone.astro"\n\n<A />\n', resolve).flaw).toBe(
    'Its import “./gone.astro” is no existing file.',
  );
});

test('a component without an import is a diagnostic', () => {
  expect(prepareMdx('<Quorum />\n', resolve).flaw).toBe('It uses <Quorum> and does not import it.');
});

test('a component that the note itself defines is known', () => {
  expect(prepareMdx('export const Three = () => 3\n\n<Three />\n', resolve).flaw).toBe('');
});
