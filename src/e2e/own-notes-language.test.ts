/** The garden's own notes, as texts in two languages: terms, punctuation, labels of links, abstracts. */
import { beforeAll, expect, test } from 'vitest';
import {
  chineseIn,
  diagramLabels,
  isChinese,
  type Line,
  linksOf,
  type OwnNote,
  ownNotes,
  shown,
} from './own-prose.ts';

const glossary = 'logseq/pages/术语表.md';
/** Names of products and days, which are the same in both languages. */
const names = /^(?:Chaos Mesh|[A-Z][a-z]{2} \d{1,2}(?:st|nd|rd|th), \d{4}|mit\/6\.824(?:\/\S+)?)$/;

let notes: readonly OwnNote[];
let lines: readonly Line[];

beforeAll(async () => {
  notes = await ownNotes();
  lines = notes.flatMap(({ prose }) => prose);
});

/** Where a rule of writing is broken, with the words around it. */
function found(rule: RegExp): string[] {
  return lines.flatMap(({ place, text }) =>
    [...shown(text).matchAll(rule)].map(({ 0: hit }) => `${place} ${hit}`),
  );
}

/** Lines of notes in English that have no word of Chinese but in links: all but their abstracts. */
function englishLines(): Line[] {
  const english = notes.filter(({ text }) => !isChinese(text));
  const own = english.flatMap(({ prose }) => prose);
  return own.filter(({ text }) => chineseIn(linksOf(text).rest) === 0);
}

function textOf(path: string): string {
  return notes.find((note) => note.path === path)?.text ?? '';
}

/** Rows of the glossary's table of words not to be written: `| 水印 | 水位线 |`. */
function forbiddenTerms(): string[] {
  const [, table = ''] = textOf(glossary).split('## 不这么写\n');
  const [own = ''] = table.split('\n- ## ');
  const rows = [...own.matchAll(/^\s*\| (\S+) \| .+ \|$/gm)].map(([, term]) => term ?? '');
  return rows.filter((term) => term !== '不写' && !term.includes('-'));
}

test('Chinese sentences have full-width punctuation', () => {
  expect(found(/\p{Script=Han}[,;:?!](?=\s|\p{Script=Han}|$)/gu)).toEqual([]);
  expect(found(/\p{Script=Han}\.(?=\s|$)/gu)).toEqual([]);
  expect(found(/\p{Script=Han}\(|\)\p{Script=Han}/gu)).toEqual([]);
});

test('Chinese sentences have corner brackets as quotation marks', () => {
  expect(found(/["“”‘’]\p{Script=Han}+["“”‘’]/gu)).toEqual([]);
});

test('no space stands beside full-width punctuation', () => {
  expect(found(/\S [，。；：？！）」]|[，。；：？！（「] +(?!#)\S/gu)).toEqual([]);
});

test('English sentences have no full-width punctuation', () => {
  const hits = englishLines().filter(({ text }) => /[，。；：？！（）「」]/.test(shown(text)));
  expect(hits.map(({ place }) => place)).toEqual([]);
});

test('one glossary decides: no word that it refuses is written', () => {
  const terms = forbiddenTerms();
  expect(terms).toContain('水印');
  const others = lines.filter(({ place }) => !place.startsWith(glossary));
  const hits = others.flatMap(({ place, text }) =>
    terms.filter((term) => text.includes(term)).map((term) => `${place} ${term}`),
  );
  expect(hits).toEqual([]);
});

test('links in English prose have English labels', () => {
  const hits = englishLines().flatMap(({ place, text }) =>
    linksOf(text)
      .shown.filter((label) => chineseIn(label) > 0)
      .map((label) => `${place} ${label}`),
  );
  expect(hits).toEqual([]);
});

test('links in Chinese prose have Chinese labels, or names', () => {
  const hits = lines.flatMap(({ place, text }) => {
    const { shown: labels, rest } = linksOf(text);
    const english = labels.filter(
      (label) => chineseIn(label) === 0 && /[a-z] [A-Za-z]/.test(label),
    );
    return chineseIn(rest) < 4
      ? []
      : english.filter((label) => !names.test(label)).map((label) => `${place} ${label}`);
  });
  expect(hits).toEqual([]);
});

test('links in diagrams have labels in the language of their note', () => {
  const hits = notes.flatMap(({ path, text }) => {
    const isWrong = isChinese(text)
      ? (label: string) => chineseIn(label) === 0 && /[a-z] [A-Z][a-z]/.test(label)
      : (label: string) => chineseIn(label) > 0;
    return diagramLabels(text)
      .filter(isWrong)
      .map((label) => `${path} ${label}`);
  });
  expect(hits).toEqual([]);
});

test('every note but journals and translations has an abstract in the other language', () => {
  const own = notes.filter(({ path }) => !/\/(?:journals|Translations)\//.test(path));
  const abstract = /^(?:> \[!abstract\] (?:中文摘要|Abstract)\n> |- > \*\*Abstract\.\*\* )(.+)$/m;
  const lacking = own.filter(({ text }) => {
    const words = text.match(abstract)?.[1] ?? '';
    const [, rest = ''] = text.split(words);
    return words.length < 60 || isChinese(words) === isChinese(rest);
  });
  expect(lacking.map(({ path }) => path)).toEqual([]);
});

test('what is called evergreen was checked, on a day, against a version or a source', () => {
  const evergreen = notes.filter(({ text }) => /^status:{1,2} evergreen$/m.test(text));
  const unchecked = evergreen.filter(
    ({ text }) => !/^checked:{1,2} "?\d{4}-\d\d-\d\d, against \S/m.test(text),
  );
  expect(unchecked.map(({ path }) => path)).toEqual([]);
});
