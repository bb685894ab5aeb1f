import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  ['สวัสดีครับ นี่คือบันทึก', 'th'],
  ['यह एक नोट है', 'hi'],
  ['שָׁלוֹם עוֹלָם', 'he'],
  ['ភាសាខ្មែរ', 'km'],
  ['ಕನ್ನಡ ಟಿಪ್ಪಣಿ', 'kn'],
  ['Đây là một ghi chú bằng tiếng Việt', 'vi'],
  ['Żółw idzie powoli, gdyż się boi', 'pl'],
  ['A note on Łódź, written in English and about the city', 'en'],
  ['Kafka, Raft, Paxos', 'en'],
  ['東京は日本の首都です。', 'ja'],
  ['这篇笔记讲 Kafka。', 'zh'],
  ['123', ''],
])('the language of “%s” is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
