import { expect, test } from 'vitest';
import { graphData, linkedPoints } from '../../graph/graph-data.ts';
import { nearNotes } from '../../graph/near-notes.ts';
import type { Note } from '../../note.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { summaries } from '../../render/render-site.ts';
import { logseqGraph, obsidianVault, policy } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';

const vaults = [obsidianVault(), logseqGraph()];

function notesOf(sources: Readonly<Record<string, string>>): readonly Note[] {
  return Object.entries(sources).map(([path, source]) => {
    const vault = vaults.find(({ root }) => path.startsWith(`${root}/`)) ?? obsidianVault();
    return parseNote({ path, source }, vault).note;
  });
}

const sources = {
  'obsidian/Kafka.md': '---\nlang: en\n---\nA log. [[Log]]',
  'obsidian/Kafka 中文.md': '---\nlang: zh\ntranslations: ["[[Kafka]]"]\n---\n日志。 [[Broker]]',
  'logseq/pages/Kafka de.md': 'lang:: de\ntranslations:: [[Kafka]]\n\n- Ein Protokoll.',
  'obsidian/Log.md': '---\nlang: en\n---\nA log.',
  'obsidian/Broker.md': '---\nlang: en\ntranslations: none\n---\nA process.',
};

test('notes that name each other as translations are a group, whichever names whom', () => {
  const { notes } = resolveGarden(notesOf(sources), [], vaults, policy);
  const groups = [...notes].map(([id, { translations }]) => [id, translations]);
  expect(Object.fromEntries(groups)).toEqual({
    kafka: ['kafka-de', 'kafka-中文'],
    'kafka-de': ['kafka', 'kafka-中文'],
    'kafka-中文': ['kafka-de', 'kafka'],
    log: undefined,
    broker: undefined,
  });
});

test('a translation is no backlink', () => {
  const { notes } = resolveGarden(notesOf(sources), [], vaults, policy);
  expect(notes.get('kafka')?.backlinks).toEqual([]);
  expect(notes.get('log')?.backlinks.map(({ from }) => from)).toEqual(['kafka']);
});

test('a private translation is in no group', () => {
  const closed = { ...sources, 'obsidian/Kafka.md': '---\nprivate: true\n---\nA log.' };
  const { notes } = resolveGarden(notesOf(closed), [], vaults, policy);
  expect([...notes.values()].flatMap(({ translations = [] }) => translations)).toEqual([]);
});

test('the graph has one point for a note and its translations, with the links of all', () => {
  const garden = resolveGarden(notesOf(sources), [], vaults, policy);
  const graph = {
    notes: [
      { id: 'kafka', links: [{ to: 'log' }] },
      { id: 'kafka-中文', links: [{ to: 'broker' }, { to: 'kafka' }] },
    ],
  };
  const notes = summaries(garden, new Map());
  const data = graphData(notes, graph, [], (permalink) => permalink);
  const titles = data.notes.map(([title]) => title);
  expect(titles).toEqual(['Broker', 'Kafka', 'Log']);
  expect(data.links.map((index) => titles[index])).toEqual(['Kafka', 'Log', 'Kafka', 'Broker']);
  const near = nearNotes(linkedPoints(notes, graph)).get('kafka-中文');
  expect(near?.groups.out?.map(({ title }) => title)).toEqual(['Broker', 'Log']);
});
