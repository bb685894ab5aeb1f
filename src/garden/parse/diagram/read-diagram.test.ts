import { describe, expect, test } from 'vitest';
import { markAddress, markLabel } from './marks.ts';
import { readDiagram } from './read-diagram.ts';

function names(source: string): string[] {
  return readDiagram(source).links.map(({ name }) => name);
}

describe('references in labels', () => {
  test('a quoted label of a flowchart refers to a note', () => {
    expect(readDiagram('flowchart LR\n  A["see [[Kafka]] first"] --> B')).toEqual({
      source: `flowchart LR\n  A["see ${markLabel(0, 'Kafka')} first"] --> B`,
      links: [
        {
          ...{ name: 'Kafka', anchor: null, label: '', source: '[[Kafka]]', offset: 22 },
          context: { before: 'see ', text: 'Kafka', after: ' first → B' },
        },
      ],
    });
  });

  test('label and heading are read as in text', () => {
    expect(readDiagram('flowchart LR\n  A["[[Kafka#ISR#Size|in sync]]"]').links).toEqual([
      {
        name: 'Kafka',
        anchor: { kind: 'heading', path: ['ISR', 'Size'] },
        label: 'in sync',
        source: '[[Kafka#ISR#Size|in sync]]',
        offset: 18,
        context: { before: '', text: 'in sync', after: '' },
      },
    ]);
    expect(readDiagram('pie\n  "[[A#^b1]]" : 1').links[0]?.anchor).toEqual({
      kind: 'block',
      id: 'b1',
    });
  });

  test('a reference without a label shows its name and heading', () => {
    const shown = (written: string): string =>
      readDiagram(`stateDiagram-v2\n  a: ${written}`).source.replace(/[\ue000-\uf8ff]/gu, '');
    expect(shown('[[Kafka#ISR]]')).toBe('stateDiagram-v2\n  a: Kafka › ISR');
    expect(shown('[[#ISR]]')).toBe('stateDiagram-v2\n  a: ISR');
    expect(shown('[[Kafka#ISR|replicas]]')).toBe('stateDiagram-v2\n  a: replicas');
  });

  test('brackets of a shape are no reference', () => {
    expect(names('flowchart LR\n  A[[Subroutine]] --> B[[Other]]')).toEqual([]);
    expect(names('graph TD\n  A[["[[Kafka]]"]]')).toEqual(['Kafka']);
  });

  test('other diagrams need no quotes', () => {
    expect(names('sequenceDiagram\n  A->>B: as in [[Raft]]')).toEqual(['Raft']);
    expect(names('mindmap\n  root((Logs))\n    [[Kafka]]')).toEqual(['Kafka']);
    expect(names('timeline\n  2003 : [[GFS]] : [[Paxos|consensus]]')).toEqual(['GFS', 'Paxos']);
  });

  test('a reference written twice in the same words is one, so that it stays one participant', () => {
    const { source, links } = readDiagram('sequenceDiagram\n  [[A]]->>B: x\n  B->>[[A]]: y');
    expect(links.length).toBe(1);
    expect(source.match(new RegExp(markLabel(0, 'A'), 'gu'))?.length).toBe(2);
  });

  test('comments, front matter and titles have no references', () => {
    const source = [
      '---',
      'title: "[[A]]"',
      '---',
      'flowchart LR',
      '  %% see "[[B]]"',
      '  accTitle: about "[[C]]"',
      '  X["[[D]]"]',
    ].join('\n');
    expect(names(source)).toEqual(['D']);
    expect(readDiagram(source).source).toContain('accTitle: about "C"');
  });

  test('marks that an author writes are no marks', () => {
    expect(readDiagram('pie\n  "\ue000x\uf8ff" : 1')).toEqual({
      source: 'pie\n  "\ufffdx\ufffd" : 1',
      links: [],
    });
  });
});

describe('nodes that are references', () => {
  test('click leads to a note', () => {
    const { source, links } = readDiagram(
      'flowchart LR\n  A --> B\n  click A "[[Kafka]]" "hint"\n  click B href "[[ZAB|z]]" _blank',
    );
    expect(links.map(({ name, label }) => [name, label])).toEqual([
      ['Kafka', ''],
      ['ZAB', 'z'],
    ]);
    expect(source).toContain(`click A "${markAddress(0, 'link')}" "hint"`);
    expect(source).toContain(`click B href "${markAddress(1, 'link')}" _blank`);
  });

  test('Obsidian’s class makes the text of a node a name', () => {
    const source =
      'graph TD\n  A[Kafka Streams] --> Raft\n  B("[[X]]")\n  class A,Raft,B internal-link;';
    const { source: marked, links } = readDiagram(source);
    expect(links.map(({ name, offset }) => [name, source.slice(offset, offset + 4)])).toEqual([
      ['X', '[[X]'],
      ['Kafka Streams', 'A,Ra'],
      ['Raft', 'Raft'],
    ]);
    expect(marked.split('\n').slice(-2)).toEqual([
      `click A href "${markAddress(1, 'name')}"`,
      `click Raft href "${markAddress(2, 'name')}"`,
    ]);
  });

  test('the short form of the class counts too', () => {
    expect(names('graph TD\n  A:::internal-link --> B[Two words]:::internal-link')).toEqual([
      'A',
      'Two words',
    ]);
  });

  test('a click of its own comes before the class', () => {
    expect(names('graph TD\n  A --> B\n  click A "[[Kafka]]"\n  class A internal-link')).toEqual([
      'Kafka',
    ]);
  });

  test('line numbers stay as they were', () => {
    const source = 'graph TD\n  A --> B\n  class A internal-link';
    expect(readDiagram(source).source.split('\n').slice(0, 3).join('\n')).toBe(source);
  });
});

describe('the context of a reference', () => {
  const contexts = (source: string): string[] =>
    readDiagram(source).links.map(
      ({ context: { before, text, after } }) => `${before}[${text}]${after}`,
    );

  test('is the relation it takes part in, behind the title of the diagram', () => {
    const source = [
      'flowchart LR',
      '  accTitle: Writing',
      '  P["Producer<br/>acks=all"] -->|append| B["[[Kafka]] broker"]',
      '  B -. "fetch [[Follower]]" .-> F',
      '  Z{{"Controller"}} ==> B',
      '  click Z "[[ZooKeeper]]"',
    ].join('\n');
    expect(contexts(source)).toEqual([
      'Writing: Producer acks=all → [Kafka] broker: append',
      'Writing: Kafka broker → F: fetch [Follower]',
      'Writing: [Controller] → Kafka broker',
    ]);
  });

  test('is its line where there are no arrows', () => {
    expect(contexts('timeline\n  title Papers\n  2003 : [[GFS]]')).toEqual(['Papers: 2003: [GFS]']);
  });

  test('is a message with its ends', () => {
    expect(contexts('sequenceDiagram\n  A->>+B: ask as in [[Raft]]')).toEqual([
      'A → B: ask as in [Raft]',
    ]);
  });

  test('is the relation of a node that is a note’s name', () => {
    expect(contexts('graph TD\n  Raft --> B[Log]\n  class Raft internal-link')).toEqual([
      '[Raft] → Log',
    ]);
  });
});
