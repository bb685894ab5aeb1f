import { expect, test } from 'vitest';
import { htmlOf, paragraph, root, text } from '../fixtures/hand-made.ts';
import { passageLanguage } from './passage-language.ts';

const chinese = '日志是只追加的，次序只在分区内有。';
const english = 'The log is only appended to, and order holds within one partition.';

test.each([
  [chinese, 'en', 'zh'],
  [english, 'zh', 'en'],
  ['Журнал только дополняется, порядок только внутри раздела', 'en', 'ru'],
  ['הלוג נוסף רק בסופו והסדר נשמר רק בתוך מחיצה אחת', 'en', 'he'],
  [english, 'en', ''],
  ['Das Protokoll wird nur verlängert und die Ordnung gilt in der Partition.', 'en', ''],
  ['ZooKeeper（动物园）', 'en', ''],
  ['Apache Kafka', 'zh', ''],
  [`${chinese}${chinese} Kafka is a log.`, 'zh', ''],
  ['', 'zh', ''],
])('%s within %s is in “%s”', (passage, around, lang) => {
  expect(passageLanguage(passage, around)).toBe(lang);
});

test('paragraphs, quotations and callouts say their language, once', () => {
  const body = root(
    paragraph(chinese),
    paragraph(english),
    { type: 'blockquote', children: [paragraph(chinese)] },
    {
      ...{ type: 'callout', kind: 'abstract', fold: 'none' },
      title: [text('中文摘要')],
      children: [paragraph(chinese), paragraph(chinese, chinese), paragraph(english)],
    },
  );
  expect(htmlOf(body)).toBe(
    `<p lang="zh">${chinese}</p>\n<p>${english}</p>\n` +
      `<blockquote lang="zh">\n<p>${chinese}</p>\n</blockquote>\n` +
      '<div class="callout" data-callout="abstract" lang="zh"><div class="callout-title">中文摘要</div>' +
      `<div class="callout-content">\n<p>${chinese}</p>\n<p>${chinese}${chinese}</p>\n<p lang="en">${english}</p>\n</div></div>`,
  );
});
