import { expect, test } from 'vitest';
import type { Note } from '../../note.ts';
import { logseqGraph, obsidianNote, obsidianVault, policy, wikiLink } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

function mentionsIn(...notes: Note[]) {
  return Object.fromEntries(
    resolveGarden(notes, [], [logseqGraph(), obsidianVault()], policy).mentions,
  );
}

/** Which of these titles the text mentions. */
function mentioned(text: string, ...titles: string[]): string[] {
  const notes = titles.map((title) => obsidianNote(title));
  const found = mentionsIn(obsidianNote('reader', { text }), ...notes);
  return Object.values(found).flatMap((mentions) => mentions.map((mention) => mention.text));
}

test('a title in the text of another note is a mention with its line', () => {
  const found = mentionsIn(
    obsidianNote('Kafka'),
    obsidianNote('diary', { text: 'A first line.\nToday kafka broke again.\nA last line.' }),
  );
  expect(found).toEqual({
    kafka: [{ from: 'diary', before: 'Today ', text: 'kafka', after: ' broke again.' }],
  });
});

test.for<[string, string, string[], string[]]>([
  ['whole words only', 'raft, not draft or rafts', ['Raft'], ['raft']],
  ['no part of a word', 'rafts drafts', ['Raft'], []],
  ['words beside Chinese', '我用Kafka写日志', ['kafka'], ['Kafka']],
  ['Chinese words', '系统的一致性很难', ['一致性'], ['一致性']],
  ['no part of a Chinese word', '系统的一致性很难', ['一致'], []],
  ['several Chinese words', '我在学分布式系统的课程', ['分布式系统'], ['分布式系统']],
  ['the longest of two names', 'kafka streams', ['Kafka', 'Kafka Streams'], ['kafka streams']],
  ['the shorter where the longer is cut', 'kafka streamsx', ['Kafka', 'Kafka Streams'], ['kafka']],
  ['names with signs', 'TLA+ and C++', ['TLA+'], ['TLA+']],
  ['two letters only in Chinese', 'go 选举', ['go', '选举'], ['选举']],
  ['no numbers and dates', '2021-01-03 and 1984', ['2021-01-03', '1984'], []],
  ['letters whose small form is longer', 'İİ Raft', ['Raft'], ['Raft']],
])('mentions are %s', ([, text, titles, expected]) => {
  expect(mentioned(text, ...titles)).toEqual(expected);
});

test('an alias is as good as the title, and each note counts once', () => {
  const found = mentionsIn(
    obsidianNote('Google File System', { aliases: ['GFS'] }),
    obsidianNote('a', { text: 'GFS and again GFS and the Google File System' }),
  );
  expect(found['google-file-system']).toEqual([
    { from: 'a', before: '', text: 'GFS', after: ' and again GFS and the Google File System' },
  ]);
});

test('a note that links to another does not mention it, nor does a note itself', () => {
  const text = 'Kafka';
  expect(
    mentionsIn(
      obsidianNote('Kafka', { text }),
      obsidianNote('a', { text, links: [wikiLink('Kafka')] }),
    ),
  ).toEqual({});
});

test('a long line is cut at words', () => {
  const words = 'word '.repeat(40);
  const [mention] =
    mentionsIn(obsidianNote('Raft'), obsidianNote('a', { text: `${words}Raft ${words}` }))[
      'raft'
    ] ?? [];
  expect(mention?.before).toMatch(/^…(word ){14,16}$/);
  expect(mention?.after).toMatch(/^( word){14,16}…$/);
});

test('a common word does not fill the page', () => {
  const notes = Array.from({ length: 50 }, (_, index) =>
    obsidianNote(`n${index}`, { text: 'time' }),
  );
  expect(mentionsIn(obsidianNote('Time'), ...notes)['time']).toHaveLength(30);
});

test('private notes neither mention nor are mentioned', () => {
  const found = mentionsIn(
    obsidianNote('Diary', { visibility: 'private', text: 'Kafka' }),
    obsidianNote('Kafka', { text: 'Diary' }),
  );
  expect(found).toEqual({});
});
