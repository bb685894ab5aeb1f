import { describe, expect, test } from 'vitest';
import {
  basesGlobals,
  basesMethods,
  dataviewFunctions,
  type Expression,
  type ExpressionLanguage,
} from '../../expression.ts';
import { readExpression } from '../../parse/obsidian/query/expression.ts';
import { readTokens } from '../../parse/obsidian/query/tokens.ts';
import { unknownParts } from '../../parse/obsidian/query/unknown-parts.ts';
import { gardenOf, linkOf, noteOf } from '../../render/fixtures/hand-made.ts';
import { evaluate } from './evaluate.ts';
import { documented } from './fixtures/documented.ts';
import { Surroundings } from './surroundings.ts';
import { isList, textOf, type Value } from './value.ts';

const property = { content: [], shown: true, line: 1, column: 1 };
const note = noteOf({
  path: 'notes/Note.md',
  title: 'A title',
  name: 'notes/Note',
  dialect: 'obsidian',
  vault: '',
  tags: ['book/new'],
  created: '2024-05-06T07:08:00',
  links: [linkOf('Other')],
  properties: [{ ...property, key: 'rating', value: 5 }],
});
const other = noteOf({
  path: 'Other.md',
  title: 'Other',
  name: 'Other',
  dialect: 'obsidian',
  vault: '',
});
const garden = gardenOf([
  { note, targets: [{ kind: 'note', id: 'Other', fragment: '' }] },
  { note: other },
  {
    note: noteOf({
      path: 'My Project.md',
      title: 'My Project',
      name: 'My Project',
      dialect: 'obsidian',
      vault: '',
    }),
  },
]);
const own = [...garden.notes.values()].find((entry) => entry.note.path === note.path);
const otherId =
  [...garden.notes.values()].find((entry) => entry.note.path === 'Other.md')?.id ?? '';
if (own) Object.assign(own, { targets: [{ kind: 'note', id: otherId, fragment: '' }] });

function read(source: string, language: ExpressionLanguage): Expression | null {
  const tokens = readTokens(source, language);
  return typeof tokens === 'number' ? null : readExpression(tokens, language);
}

function result(source: string, language: ExpressionLanguage): unknown {
  const expression = read(source, language);
  if (!expression) return `cannot be read: ${source}`;
  const publicText = (_: unknown, text: string): string => text;
  const around = new Surroundings({ garden, language, own, today: () => '2026-11-27', publicText });
  return plain(
    evaluate(expression, { around, row: { type: 'page', key: `note:${own?.id}` } }),
    around,
  );
}

function plain(value: Value, around: Surroundings): unknown {
  if (isList(value)) return value.map((item) => plain(item, around));
  if (typeof value !== 'object' || value === null) return value;
  if (value.type !== 'link') return textOf(value, around.nameOf);
  return `[[${value.name}${value.display && `|${value.display}`}]]`;
}

for (const language of ['bases', 'dataview'] as const) {
  describe(language, () => {
    test.each(documented[language])('%s: %s is %j, as documented', (_, source, expected) => {
      expect(result(source, language)).toEqual(expected);
    });
  });
}

test('every function that is known has a documented result, or a reason', () => {
  const named = (language: ExpressionLanguage) => {
    return new Set(documented[language].map(([name]) => name.replace(/^date\./, '')));
  };
  const without = (names: readonly string[], language: ExpressionLanguage) =>
    names.filter((name) => !named(language).has(name));
  expect(without(dataviewFunctions, 'dataview')).toEqual([]);
  expect(without([...basesGlobals, ...basesMethods], 'bases')).toEqual(
    // Icons have no words; the last are for the values of summaries.
    ['icon', 'mean', 'sum', 'min', 'max', 'median'].filter((name) => !named('bases').has(name)),
  );
});

test.each([
  ['rating + 1', 6],
  ['rating / 0', null],
  ['missing > 3', false],
  ['missing', null],
  ['missing.format("YYYY")', null],
  ['missing.contains("a")', false],
  ['"a" + rating', 'a5'],
  ['file.name', 'Note'],
  ['file.path', 'notes/Note.md'],
  ['file.folder', 'notes'],
  ['file.ext', 'md'],
  ['file.links', ['[[Other]]']],
  ['file("Other").backlinks', []],
  ['file.ctime.year', 2024],
  ['note.rating == 5', true],
  ['!(rating == 5)', false],
  ['file == this', true],
  ['if(rating > 3, "good")', 'good'],
  ['if(rating > 9, "good")', null],
  ['"2024-01-02" < date("2024-01-03")', true],
  ['(date("2024-01-03") - date("2024-01-01")).days', 2],
  ['[1, 2].map(value * index)', [0, 2]],
])('in a base %s is %j', (source, expected) => {
  expect(result(source, 'bases')).toEqual(expected);
});

test.each([
  ['rating', 5],
  ['this.rating', 5],
  ['this.file.name', 'Note'],
  ['file.tags', ['#book/new', '#book']],
  ['file.etags', ['#book/new']],
  ['file.outlinks', ['[[Other]]']],
  ['file.frontmatter.rating', 5],
  ['[[Other]].file.name', 'Other'],
  ['missing < 3', true],
  ['1 + missing', null],
  ['"a" + 1', 'a1'],
  ['date(2024-01-03) - date(2024-01-01)', '2 days'],
  ['date(2024-01-31) + dur(1 month)', '2024-02-29'],
  ['(date(2024-01-03) - date(2024-01-01)).days', 2],
  ['[1, 2] + [3]', [1, 2, 3]],
  ['file.link', '[[Note]]'],
  ['rating > 3 AND !missing', true],
  ['hash("a", "b") = hash("ab", 0)', true],
  ['hash("a", "b", 1) = hash("a", "b", 2)', false],
  ['hash("2024-03-17", "A") < 9007199254740992', true],
])('in Dataview %s is %j', (source, expected) => {
  expect(result(source, 'dataview')).toEqual(expected);
});

test.each([
  ['bases', 'file.size > 3', 'file.size'],
  ['bases', 'random()', 'random()'],
  ['dataview', 'csv("a")', 'csv()'],
  ['dataview', 'rows.file.size', 'file.size'],
  ['dataview', 'file.lists.where(x)', 'where()'],
] as const)('in %s %s names what is not known', (language, source, part) => {
  const expression = read(source, language);
  expect(expression && unknownParts(expression, language)).toContain(part);
});

test.each(['1 +', '(1', 'a b', '', '[1,', 'a.(b)', '{a}'])('%j is no expression', (source) => {
  expect(read(source, 'dataview')).toBeNull();
});
