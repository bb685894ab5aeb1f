import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { actionTexts } from './action-texts.ts';
import { answerTexts } from './answer-texts.ts';
import { calloutTitle, calloutTitles, noticeText } from './box-texts.ts';
import { cardTexts } from './card-texts.ts';
import { diagramTexts } from './diagram-texts.ts';
import { graphTexts } from './graph-texts.ts';
import { llmsTexts } from './llms-texts.ts';
import { fillIn, interfaceLanguage, lookup, type Text, type TextTable } from './lookup.ts';
import { noteTexts } from './note-texts.ts';
import { pageTexts } from './page-texts.ts';
import { searchTexts } from './search-texts.ts';
import { viewerTexts } from './viewer-texts.ts';

const tables: readonly (readonly [string, TextTable<string>])[] = [
  ['action-texts', actionTexts],
  ['answer-texts', answerTexts],
  ['card-texts', cardTexts],
  ['diagram-texts', diagramTexts],
  ['viewer-texts', viewerTexts],
  ['graph-texts', graphTexts],
  ['llms-texts', llmsTexts],
  ['note-texts', noteTexts],
  ['page-texts', pageTexts],
  ['search-texts', searchTexts],
];

/** What a source that looks texts up says: it imports a table, or has its texts handed in. */
const lookups =
  /interface-texts\/|(?:answer|search)-text\.ts'|\/dialog\.ts'|ListPage|(?:place|context)\.rendering/;

/** All sources that look texts up, without the tables themselves and tests. */
async function sourcesWithTexts(): Promise<string> {
  const sources: string[] = [];
  for await (const file of glob('src/{site,browser,garden/render}/**/*.{ts,astro}')) {
    if (file.endsWith('.test.ts')) continue;
    const source = readFileSync(file, 'utf8');
    if (lookups.test(source)) sources.push(source);
  }
  return sources.join('\n');
}

test.each(tables)('every text of %s is used', async (_, table) => {
  const source = await sourcesWithTexts();
  const unused = Object.keys(table).filter(
    (key) => !new RegExp(`['"]${key}['"]|texts\\.${key}\\b`).test(source),
  );
  expect(unused).toEqual([]);
});

test.each([...tables, ['box-texts', calloutTitles] as const])(
  'the texts of %s take the same values in both languages',
  (_, table) => {
    const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const entries: readonly (readonly [string, Text])[] = Object.entries(table);
    for (const [key, { en, zh }] of entries) {
      expect([key, values(zh)]).toEqual([key, values(en)]);
      expect([key, en.trim() === '' || zh.trim() === '']).toEqual([key, false]);
    }
  },
);

test('a text is looked up in its language and filled in', () => {
  expect(lookup(pageTexts, 'en')('minutes', 5)).toBe('5 min read');
  expect(lookup(pageTexts, 'zh')('minutes', 5)).toBe('约 5 分钟');
  expect(fillIn('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}');
});

test('Chinese of any kind is shown in Chinese, other languages in the fallback', () => {
  const languages = ['zh', 'zh-TW', 'en-GB', 'de', '', 'zhx'];
  expect(languages.map((lang) => interfaceLanguage(lang, 'en'))).toEqual([
    'zh',
    'zh',
    'en',
    'en',
    'en',
    'en',
  ]);
  expect(interfaceLanguage('de', 'zh')).toBe('zh');
});

test('a callout without a title shows its kind, whatever the author wrote', () => {
  expect(calloutTitle('tip', 'zh-CN')).toBe('提示');
  expect(calloutTitle('my-box', 'zh-CN')).toBe('My box');
  expect(calloutTitle('constructor', 'zh')).toBe('Constructor');
});

test('a notice is translated by its kind and keeps what it lists', () => {
  expect(noticeText('query', 'Only Obsidian can compute: rank, sum.', 'zh')).toBe(
    '此查询有一部分只能在原来的程序中计算：rank, sum.',
  );
  expect(noticeText('d2', 'Diagrams of D2 are not drawn here.', 'zh')).toBe(
    '此处不绘制 D2 图，以下是源文本。',
  );
  expect(noticeText('toString', 'Unknown.', 'zh')).toBe('Unknown.');
  expect(noticeText('query', 'Only Logseq.', 'en')).toBe('Only Logseq.');
});
