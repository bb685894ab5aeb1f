import { expect, test } from 'vitest';
import { wordsOf } from '../../search/cut/cut-text.ts';
import { obsidianNote } from '../resolve/fixtures/notes.ts';
import { noteWords, textWords } from './note-words.ts';

test.for([
  ['The log of Kafka and its 3 replicas', ['log', 'kafka', 'replicas']],
  ['多数派选举', ['多数', '数派', '派选', '选举']],
  ['我们的日志。复制', ['日志', '复制']],
  ['用 etcd 选主', ['etcd', '选主']],
])('%s is the words %j', ([text, words]) => {
  expect(textWords(text as string, wordsOf)).toEqual(words);
});

test('a word in the title or an alias counts three times, but not in the date of a journal', () => {
  const changes = { title: 'Kafka', aliases: ['Broker'], text: 'kafka log' };
  expect(noteWords(obsidianNote('a', changes), wordsOf)).toEqual({
    words: ['kafka', 'broker', 'log'],
    counts: [4, 3, 1],
  });
  const journal = obsidianNote('a', { title: 'Nov 3rd', journal: '2026-11-03', text: 'log' });
  expect(noteWords(journal, wordsOf)).toEqual({ words: ['log'], counts: [1] });
});

test('a link that was not read says nothing: its name may be that of a private note', () => {
  const note = obsidianNote('a', { title: 'A', text: 'log {"[[Secret plan]]"} of it' });
  expect(noteWords(note, wordsOf).words).toEqual(['log']);
});
