import { decode } from 'cborg';
import { afterAll, expect, test } from 'vitest';
import { joinText } from '../cut/cut-text.ts';
import type { Fragment } from '../cut/page-text.ts';
import type { SearchRecord } from '../cut/record.ts';
import { type CodedPages, joinPages } from './join-pages.ts';
import { joinWords, wordFiles } from './join-words.ts';
import { endPagefind, indexPages } from './pagefind-index.ts';
import { packWords, readWords } from './word-lists.ts';

afterAll(endPagefind);

type Word = readonly [string, CodedPages, readonly (readonly [string, CodedPages])[]];

function record(number: number, text: string): SearchRecord {
  const sections = [{ fragment: '', heading: '', text }];
  const permalink = `/${number}/`;
  return { permalink, title: 'page', kind: 'note', lang: 'en', aliases: [], tags: [], sections };
}

const texts = [
  'café cafe',
  'running run',
  'Café',
  '图 谱 run',
  'cafe 𠮷',
  'x ｘ',
  'ﬁ x',
  'x',
  'alone',
];
const many = Array.from({ length: 60 }, (_, number) => {
  return `own${number} own${number + 1} shared ${'often '.repeat(number % 3)}`;
});
const records = [...texts, ...many].map((text, number) => record(number, text));

/** Positions of each word, by the address of the page. */
function places(words: readonly Word[], urls: readonly string[]): Readonly<Record<string, object>> {
  const byUrl = (pages: CodedPages) => {
    let number = 0;
    return pages
      .map(([distance, ...where]) => {
        number += distance;
        return [urls[number], ...where] as const;
      })
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  };
  return Object.fromEntries(
    words.map(([word, pages, forms]) => {
      return [word, byUrl(joinPages([pages, ...forms.map(([, all]) => all)]))];
    }),
  );
}

const urlOf = ([, fragment]: readonly [number, string]) =>
  (JSON.parse(fragment) as { url: string }).url;

test.each([1, 2, 3, 7])(
  'the words of an index in %i parts are those of one index',
  async (count) => {
    const parts = Array.from({ length: count }, (_, part) =>
      records.filter((_, number) => number % count === part),
    );
    let offset = 0;
    const urls: string[] = [];
    const numbered = [];
    for (const part of parts) {
      const { chunks, pages } = await indexPages(part);
      numbered.push({ words: packWords(chunks.flatMap(readWords)), offset });
      offset += pages.length;
      urls.push(...pages.map(urlOf));
    }
    const files = wordFiles(joinWords(numbered));
    const joined = files.map(({ content }) => (decode(content) as [Word[]])[0]);
    const whole = await indexPages(records);
    const expected = whole.chunks.flatMap((chunk) => (decode(chunk) as [Word[]])[0]);
    expect(joined.flat().map(([word]) => word)).toEqual(expected.map(([word]) => word));
    expect(places(joined.flat(), urls)).toEqual(places(expected, whole.pages.map(urlOf)));
    expect(files.map(({ from, to }) => [from, to])).toEqual(
      joined.map((words) => [words[0]?.[0], words.at(-1)?.[0]]),
    );
    expect(files.length).toBeGreaterThan(3);
  },
);

test('a traditional character is listed as its simplified one, and stays in the text', async () => {
  const made = await indexPages([record(1, '先有領導者，後有選舉。'), record(2, '選舉（选举）')]);
  const words = made.chunks.flatMap(readWords).map(({ word, pages }) => [word, pages.count]);
  expect(words.filter(([word]) => /[领导选举]/.test(String(word))).sort()).toEqual([
    ['举', 2],
    ['导', 1],
    ['选', 2],
    ['领', 1],
  ]);
  const texts = made.pages.map(([, text]) => joinText((JSON.parse(text) as Fragment).content));
  expect(texts.sort()).toEqual(['page. 先有領導者，後有選舉。', 'page. 選舉（选举）']);
});

test('a file in another format is refused', () => {
  expect(() => readWords(Buffer.from('another format'))).toThrow('not what Pagefind 1.5 writes');
});
