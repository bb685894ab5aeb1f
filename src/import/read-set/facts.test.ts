import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Garden } from '../../garden/garden.ts';
import type { Note } from '../../garden/note.ts';
import { Facts, factKey } from './facts.ts';

const keys = [
  factKey('note', 'note.title', 'a'),
  factKey('note', 'note.aliases', 'a'),
  factKey('note', 'permalink', 'a'),
  factKey('mentions', '-', 'a'),
];

/** What facts are read from: the words of the note that was parsed, and what the garden makes of it. */
const state = fc.record({
  parsed: fc.constantFrom('a', 'b'),
  permalink: fc.constantFrom('/a/', '/b/'),
  mentions: fc.constantFrom(0, 1),
  /** Another title than the parsed one, as where a note is changed after it was parsed. */
  title: fc.option(fc.constantFrom('a', 'c')),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

function factsOf({ parsed, permalink, mentions, title }: State): Facts {
  const own = { title: parsed, aliases: [parsed] } as unknown as Note;
  const note = title === null ? own : { ...own, title };
  const garden = {
    notes: new Map([['a', { note, permalink }]]),
    unlisted: new Map(),
    mentions: new Map([['a', Array.from({ length: mentions }, () => 'here')]]),
  } as unknown as Garden;
  return new Facts(garden, {
    ...{ digests: new Map(), mdx: new Set(), drawing: () => undefined },
    keyOf: (asked) => (asked === own ? `key of ${parsed}` : undefined),
  });
}

test('the text of facts about an id is another one whenever one of them is', () => {
  fc.assert(
    fc.property(state, state, fc.shuffledSubarray(keys, { minLength: 1 }), (one, other, asked) => {
      const [before, now] = [factsOf(one), factsOf(other)];
      const isSame = asked.every((key) => before.textOf(key) === now.textOf(key));
      fc.pre(!isSame);
      expect(before.textOfGroup(asked)).not.toBe(now.textOfGroup(asked));
    }),
  );
});

test('facts that are as they were have the same text', () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(factsOf(one).textOfGroup(keys)).toBe(factsOf(one).textOfGroup(keys));
    }),
  );
});
