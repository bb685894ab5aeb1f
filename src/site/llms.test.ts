import { expect, test } from 'vitest';
import type { NoteSummary } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { llmsText } from './llms.ts';

function summary(facts: Partial<NoteSummary> & Pick<NoteSummary, 'id' | 'title'>): NoteSummary {
  const plain = {
    kind: 'note',
    path: '',
    lang: 'en',
    aliases: [],
    tags: [],
    journal: null,
  } as const;
  const rest = { created: '', modified: '', description: '', backlinks: 0 };
  return { ...plain, ...rest, permalink: `/${facts.id}/`, ...facts };
}

function journal(date: string, title: string): NoteSummary {
  return summary({ id: `journals/${date}`, title, kind: 'journal', journal: date });
}

test('notes of each language have a section, journals are last, ghosts are left out', () => {
  const text = llmsText([
    journal('2026-01-04', 'Jan 4th, 2026'),
    journal('2026-02-01', 'Feb 1st, 2026'),
    summary({ id: 'ghost', title: 'Ghost', kind: 'ghost' }),
    summary({ id: '共识/raft', title: '共识/Raft', lang: 'zh', description: '一句话。' }),
    summary({ id: 'kafka', title: 'Kafka [new]', description: 'A log,\nreplicated.' }),
    summary({ id: 'bash', title: 'Bash' }),
  ]);
  const [, , , , ...rest] = text.split('\n');
  expect(text.split('\n').slice(0, 3)).toEqual([`# ${site.title}`, '', `> ${site.description}`]);
  expect(rest.slice(2).join('\n')).toBe(`## All notes

- [Bash](${site.url}/bash.md)
- [Kafka \\[new\\]](${site.url}/kafka.md): A log, replicated.

## 全部笔记

- [共识/Raft](${site.url}/%E5%85%B1%E8%AF%86/raft.md): 一句话。

## Optional

- [Feb 1st, 2026](${site.url}/journals/2026-02-01.md)
- [Jan 4th, 2026](${site.url}/journals/2026-01-04.md)
`);
});

test('brackets in an address do not end it', () => {
  expect(llmsText([summary({ id: 'op/(less)', title: 'op/(<)' })])).toContain(
    `(${site.url}/op/%28less%29.md)`,
  );
});

test('a description that looks like a link is none', () => {
  const text = llmsText([summary({ id: 'a', title: 'A', description: 'Write ![alt](b.png).' })]);
  expect(text).toContain(`- [A](${site.url}/a.md): Write !\\[alt\\](b.png).\n`);
});
