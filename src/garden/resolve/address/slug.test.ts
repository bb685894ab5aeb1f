import { expect, test } from 'vitest';
import { casedSlugOf, fixedSlugOf, slugOf } from './slug.ts';

test.for<[string, string]>([
  ['Kafka', 'kafka'],
  ['Systems/Kafka Streams', 'systems/kafka-streams'],
  ['CAP 与 PACELC', 'cap-与-pacelc'],
  ['🍀 花园导览/README', '🍀-花园导览/readme'],
  ['mit/6.824', 'mit/6.824'],
  ['TLA+', 'tla+'],
  ['C#', 'c-sharp'],
  ['F#: Notes/Issue #5', 'f-sharp-notes/issue-5'],
  ['op/(*)', 'op/(star)'],
  ['op/(<)', 'op/(less)'],
  ['100% sure?', '100-sure'],
  ['a#b^c|d[e]{f}', 'a-b-c-d-e-f'],
  ['C:\\temp', 'c-temp'],
  ['../../etc/passwd', 'etc/passwd'],
  ['a//b/', 'a/b'],
  ['.hidden', 'hidden'],
  ['Tweet/x...', 'tweet/x'],
  ['tab\there', 'tab-here'],
  ['zero\u200bwidth', 'zerowidth'],
  ['line\u2028end', 'line-end'],
  ['half \ud83d pair', 'half-pair'],
  ['e\u0301tude', '\u00e9tude'],
  ['A  --  B', 'a-b'],
  ['docs/README.md', 'docs/readme-md'],
  ['a.md/b.mdx', 'a-md/b.mdx'],
  ['Aux', 'aux_'],
  ['linux/NUL.device', 'linux/nul_.device'],
  ['CONOUT$', 'conout$_'],
  ['Console.log', 'console.log'],
  ['Console', 'console'],
])('%j becomes %j', ([name, slug]) => {
  expect(slugOf(name)).toBe(slug);
});

test.for(['', '/', '???', '..', '#', '\u200b'])(
  '%j, of which nothing is left, still has a slug',
  (name) => {
    expect(slugOf(name)).toMatch(/^note-[a-z0-9]{7,11}$/);
  },
);

test('a long name is cut between letters, and its end still counts', () => {
  const long = `${'分布式'.repeat(40)}系统`;
  const [cut, other] = [slugOf(long), slugOf(`${long}!`)];
  expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(200);
  expect(cut).toMatch(/^(分布式)+(分|分布)?-[a-z0-9]{7,11}$/);
  expect(other).not.toBe(cut);
});

test('an address that the author fixed keeps its capitals', () => {
  expect(fixedSlugOf('Start Here/Now.MD')).toBe('Start-Here/Now-MD');
});

test('a file keeps its capitals and its ending', () => {
  expect(casedSlugOf('My Notes/Plan.md')).toBe('My-Notes/Plan.md');
  expect(casedSlugOf('assets/CON.png')).toBe('assets/CON_.png');
});

test('no slug can break a route, whatever the name', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const unsafe = units.filter((unit) => {
    const slug = slugOf(`a${unit}b`);
    return /[%\\?#\p{Cc}\p{Cs}\s]|\.\.|\/\/|^\/|\/$/u.test(slug) || !slug.isWellFormed();
  });
  expect(unsafe).toEqual([]);
});
