/** The attack finds what it looks for, and the engine withstands a part of it. */
import { describe, expect, test } from 'vitest';
import { readAndRender } from '../../../src/garden/fixtures/read-and-render.ts';
import { dangersIn } from './dangers.ts';
import { mutate } from './mutants.ts';
import { seeded } from './random.ts';
import { type Engine, faultsOf } from './run-attack.ts';
import { contexts, payloads, vectors } from './vectors.ts';

/** An engine whose filter is broken: it shows the note's source as HTML. */
const unfiltered: Engine = (dialect, source) => {
  const { rendered, diagnostics } = readAndRender(dialect, 'x');
  if (rendered === null) return { rendered, diagnostics };
  return { rendered: { ...rendered, page: { ...rendered.page, html: source } }, diagnostics };
};

describe('injected code', () => {
  test('is tried in every place', () => {
    expect(vectors()).toHaveLength(Object.keys(contexts).length * payloads.length);
    expect(vectors().length).toBeGreaterThan(1320);
  });

  test('is found where a filter lets it through', () => {
    const harmless = payloads.filter(
      (payload) => faultsOf('obsidian', payload, unfiltered).length === 0,
    );
    // Markdown, and what breaks out of an attribute, is no HTML of itself.
    expect(
      harmless.filter(
        (payload) => /^<[a-z]/i.test(payload) && !/^<(?:javascript|scr<)/.test(payload),
      ),
    ).toEqual([]);
    expect(harmless.length).toBeLessThan(12);
  });

  test.each(['obsidian', 'logseq'] as const)('reaches no page of %s', (dialect) => {
    const sample = vectors().filter((_, index) => index % 24 === 0);
    expect(sample.flatMap(({ source }) => faultsOf(dialect, source))).toEqual([]);
  });

  test('plain pages have none', () => {
    expect(
      dangersIn('<p style="color: red"><a href="/a/?b=c:d">x</a><img src="a.png"></p>'),
    ).toEqual([]);
  });
});

describe('mutants', () => {
  test('are the same for the same seed', () => {
    const [first, again] = [seeded(7), seeded(7)];
    expect(mutate('# A\n\ntext', first)).toBe(mutate('# A\n\ntext', again));
    expect(mutate('# A\n\ntext', seeded(8))).not.toBe(mutate('# A\n\ntext', seeded(9)));
  });

  test('a note that throws, fails or takes too long is a fault', () => {
    const broken: Engine = () => {
      throw new Error('broken');
    };
    expect(faultsOf('logseq', 'x', broken)).toEqual(['threw: Error: broken']);
    const failing: Engine = (dialect, source) => {
      const fault = {
        code: 'failed-note',
        path: 'a.md',
        line: 1,
        column: 1,
        message: 'no',
        hint: '',
      } as const;
      return { ...readAndRender(dialect, source), diagnostics: [fault] };
    };
    expect(faultsOf('logseq', 'x', failing)).toEqual(['failed: no']);
  });

  test('of a note with every syntax are shown', () => {
    const source =
      '---\ntags: [a]\n---\n# A\n\n- [[B|c]] ((d)) {{query a}} `e` $f$\n\n> [!note] g\n> h\n\n| i |\n|---|\n| ==j== |\n';
    const random = seeded(1);
    const found = Array.from({ length: 60 }, () => mutate(source, random)).flatMap((mutant) => [
      ...faultsOf('obsidian', mutant),
      ...faultsOf('logseq', mutant),
    ]);
    expect(found).toEqual([]);
  });
});
