import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CodeOptions, codeOptions } from './code-options.ts';

const none: CodeOptions = {
  title: '',
  marks: { highlighted: [], added: [], removed: [], words: [] },
  firstLine: null,
  wraps: false,
};

function withMarks(marks: Partial<CodeOptions['marks']>, rest: Partial<CodeOptions> = {}) {
  return { ...none, ...rest, marks: { ...none.marks, ...marks } };
}

test.each<[string, CodeOptions]>([
  ['', none],
  ['title="a b.ts"', { ...none, title: 'a b.ts' }],
  ["title='a.ts'", { ...none, title: 'a.ts' }],
  ['title=a.ts wrap', { ...none, title: 'a.ts', wraps: true }],
  ['title:src/a.ts', { ...none, title: 'src/a.ts' }],
  [':src/a.ts', { ...none, title: 'src/a.ts' }],
  ['{1,3-5}', withMarks({ highlighted: [1, 3, 4, 5] })],
  ['{2} title="a"', withMarks({ highlighted: [2] }, { title: 'a' })],
  ['mark={1} ins={2,4} del={3}', withMarks({ highlighted: [1], added: [2, 4], removed: [3] })],
  ['hl:1,3-4', withMarks({ highlighted: [1, 3, 4] })],
  ['/leader epoch/ "fence"', withMarks({ words: ['leader epoch', 'fence'] })],
  ['showLineNumbers', { ...none, firstLine: 1 }],
  ['showLineNumbers{9}', { ...none, firstLine: 9 }],
  ['showLineNumbers=false', none],
  ['startLineNumber=9', { ...none, firstLine: 9 }],
  ['ln:true', { ...none, firstLine: 1 }],
  ['wrap=false', none],
  ['title', none],
  ['file mark', none],
])('%j', (text, options) => {
  expect(codeOptions(text)).toEqual(options);
});

test('options of Hugo stand in braces', () => {
  expect(codeOptions('{linenos=table,hl_lines=[8,"15-17"],linenostart=199}')).toEqual(
    withMarks({ highlighted: [8, 15, 16, 17] }, { firstLine: 199 }),
  );
  expect(codeOptions('{hl_lines="2 4-5"}')).toEqual(withMarks({ highlighted: [2, 4, 5] }));
});

test.each([
  '{r, echo=FALSE}',
  ':tangle a',
  '.cljs :results',
  '[1-2|4]',
  'constructor=1',
  ':dbfolder',
])('what other programs write, such as %j, marks nothing', (text) => {
  expect(codeOptions(text)).toEqual(none);
});

test('a range that never ends costs nothing', () => {
  expect(codeOptions('{9990-99999}').marks.highlighted).toHaveLength(11);
  expect(codeOptions('{5-2}')).toEqual(none);
});

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(codeOptions(text).title).not.toContain('\n');
    }),
  );
});
