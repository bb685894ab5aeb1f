import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestsOf, FactTable, factsFrom, joinFacts, noFacts, withGroups } from './fact-table.ts';
import type { FactTexts } from './facts.ts';

const kinds = ['note title', 'note path', 'body -'];
const key = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom('A', 'B', 'c d', ''))
  .map(([kind, id]) => `${kind} ${id}`);
const textOf = (texts: Readonly<Record<string, string>>, key: string) => texts[key] ?? 'undefined';
const textIn = (texts: Readonly<Record<string, string>>): FactTexts => ({
  textOf: (key) => textOf(texts, key),
  textOfGroup: (keys) => keys.map((key) => textOf(texts, key)).join('\u0000'),
});
const facts = fc.dictionary(key, fc.constantFrom('1', '2', '[]'));

test('a fact is the same exactly when its text is, over two changes of facts and texts', async () => {
  await fc.assert(
    fc.asyncProperty(facts, facts, facts, async (first, second, third) => {
      const empty = await FactTable.compared(noFacts, textIn(first));
      const before = await FactTable.compared(empty.replacedBy(Object.keys(first)), textIn(second));
      const keys = [...new Set([...Object.keys(first).slice(1), ...Object.keys(second)])];
      const after = await FactTable.compared(before.replacedBy(keys), textIn(third));
      expect(new Set(after.stored.keys)).toEqual(new Set(keys));
      const same = after.stored.keys.map((_, index) => after.areSame(Uint32Array.of(index)));
      const expected = after.stored.keys.map((key) => textOf(second, key) === textOf(third, key));
      expect(same).toEqual(expected);
    }),
  );
});

test('a table that was extended knows what a new one of the same facts knows', async () => {
  await fc.assert(
    fc.asyncProperty(facts, facts, facts, async (first, second, third) => {
      const nothing = await FactTable.compared(noFacts, textIn(first));
      const whole = nothing.replacedBy(Object.keys(first));
      const table = await FactTable.compared(whole, textIn(second));
      const further = Object.keys(second).filter((key) => !whole.keys.includes(key));
      const extended = table.extendedBy(further);
      const changes = extended.changed.map((group) => {
        const digests = digestsOf(extended.facts, group);
        return [group, [extended.facts.groups[group] ?? '', digests]] as const;
      });
      const added = factsFrom(extended.facts, whole.groups.length);
      const read = joinFacts(withGroups(whole, new Map(changes)), added);
      expect(read).toEqual({ ...extended.facts, digests: read.digests });
      const after = await FactTable.compared(read, textIn(third));
      const same = read.keys.map((_, index) => after.areSame(Uint32Array.of(index)));
      expect(same).toEqual(read.keys.map((key) => textOf(second, key) === textOf(third, key)));
    }),
  );
});

test('no fact is kept as it is', async () => {
  const table = await FactTable.compared(noFacts, textIn({ 'note title A': '"Secret"' }));
  const { digests, groups } = table.replacedBy(['note title A']);
  expect([Buffer.from(digests).includes('Secret'), groups.join().includes('Secret')]).toEqual([
    false,
    false,
  ]);
});
