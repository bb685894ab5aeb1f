import { expect, test } from 'vitest';
import type { Diagnostic } from '../garden/diagnostic.ts';
import type { PublishingDecision } from '../garden/publishing.ts';
import { nothingPublished } from './nothing-published.ts';
import { formatReport, hasErrors, type ImportReport } from './report.ts';

const unresolved: Diagnostic = {
  code: 'unresolved-link',
  path: 'Systems/Kafka.md',
  line: 12,
  column: 5,
  message: 'No note is called “Zookeper”.',
  hint: 'Did you mean [[ZooKeeper]]?',
};
const invalid: Diagnostic = {
  code: 'invalid-diagram',
  path: 'A, B.md',
  line: 3,
  column: 1,
  message: 'Parse error:\n100% wrong',
  hint: '',
};

function reportOf(...diagnostics: Diagnostic[]): ImportReport {
  return {
    notes: 3,
    decisions: new Map<string, PublishingDecision>([
      ['a.md', { published: true, reason: { kind: 'vault' } }],
      ['b.md', { published: true, reason: { kind: 'vault' } }],
      ['c.md', { published: false, reason: { kind: 'own-switch', key: 'private' } }],
    ]),
    private: 1,
    unpublished: 0,
    pages: 4,
    rendered: 1,
    links: { total: 9, resolved: 6, ghost: 1, unresolved: 2, ambiguous: 0 },
    embeds: 1,
    tags: 2,
    diagrams: 1,
    diagnostics,
    ms: 12,
    until: 0,
  };
}

test('text puts path, place, severity, code and sentence on one line and the hint below', () => {
  expect(formatReport(reportOf(unresolved, invalid), 'text')).toBe(
    [
      'A, B.md:3:1 error invalid-diagram  Parse error:\n100% wrong',
      'Systems/Kafka.md:12:5 warning unresolved-link  No note is called “Zookeper”.',
      '  Did you mean [[ZooKeeper]]?',
      '  2  published',
      '  1  not published: the note says so itself (private)',
      '       Remove private from the note to publish it.',
      '3 notes (1 private), 4 pages; 2 diagnostics (1 error, 1 warning) in 2 notes',
    ].join('\n'),
  );
});

test('a garden whose only published note is counted beside boards is not called empty', () => {
  const board: PublishingDecision = { published: false, reason: { kind: 'own-switch', key: 'x' } };
  const decisions = new Map([...reportOf().decisions, ['d.canvas', board] as const]);
  const report = { ...reportOf(), notes: 3, private: 2, unpublished: 1, decisions };
  expect(nothingPublished(report)).toBe('');
  expect(formatReport(report, 'text')).toContain(
    '\n4 notes (2 private, 1 not published), 4 pages;',
  );
});

test('a garden that publishes nothing names the most frequent reason and what changes it', () => {
  const optIn = { kind: 'opt-in', because: '', settingsOf: 'logseq' } as const;
  const decisions = new Map([['a.md', { published: false, reason: optIn } as const]]);
  expect(nothingPublished({ decisions })).toBe(
    'Nothing is published. The most frequent reason: the Logseq graph publishes only pages that ask ' +
      'for it. Write public:: true into each page, :publishing/all-pages-public? true into ' +
      'logseq/config.edn, or publish: all into garden.yaml.',
  );
  expect(nothingPublished({ decisions: new Map() })).toBe('There are no notes in this folder.');
});

test('a garden without problems says so', () => {
  expect(formatReport(reportOf(), 'text')).toContain('\n3 notes (1 private), 4 pages; no problems');
});

test('JSON is one value with the severity of every diagnostic', () => {
  expect(JSON.parse(formatReport(reportOf(unresolved), 'json'))).toEqual({
    notes: 3,
    published: 2,
    unlisted: 0,
    encrypted: 0,
    reasons: [
      {
        kind: 'own-switch',
        count: 1,
        reason: 'the note says so itself (private)',
        change: 'Remove private from the note to publish it.',
      },
    ],
    private: 1,
    unpublished: 0,
    pages: 4,
    links: { total: 9, resolved: 6, ghost: 1, unresolved: 2, ambiguous: 0 },
    embeds: 1,
    tags: 2,
    diagrams: 1,
    diagnostics: [{ ...unresolved, severity: 'warning' }],
    ms: 12,
  });
});

test('annotations escape what GitHub would read as syntax', () => {
  expect(formatReport(reportOf(invalid), 'github').split('\n')[0]).toBe(
    '::error file=A%2C B.md,line=3,col=1,title=invalid-diagram::Parse error:%0A100%25 wrong',
  );
});

test('annotations have the hint after the message', () => {
  const [first] = formatReport(reportOf(unresolved), 'github').split('\n');
  expect(first).toBe(
    '::warning file=Systems/Kafka.md,line=12,col=5,title=unresolved-link::No note is called “Zookeper”. Did you mean [[ZooKeeper]]?',
  );
});

test('only errors make a strict import fail', () => {
  expect(hasErrors(reportOf(unresolved))).toBe(false);
  expect(hasErrors(reportOf(unresolved, invalid))).toBe(true);
});
