/** What the garden's own notes give to play with: that it is right, and that it needs no script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Scenario,
  type Server,
  scenarios,
} from '../../notes/.garden/components/raft-model.ts';
import { violationsOf } from './axe.ts';
import { openSite, type TestSite } from './site.ts';

const names = Object.keys(scenarios) as Scenario[];

/** Pairs of servers of one picture. */
function pairsOf(servers: readonly Server[]): (readonly [Server, Server])[] {
  return servers.flatMap((one, at) => servers.slice(at + 1).map((other) => [one, other] as const));
}

/** Whether two logs are alike up to the last index at which they have the same term. */
function logsMatch([one, other]: readonly [Server, Server]): boolean {
  const last = one.log.findLastIndex((term, at) => term === other.log[at]);
  return one.log.slice(0, last + 1).every((term, at) => term === other.log[at]);
}

describe.each(names)('in the scenario “%s” of Raft', (name) => {
  const { steps } = scenarios[name];
  const pictures = steps.map(({ servers }) => servers);

  test('no term has two leaders', () => {
    const leaders = pictures.flat().filter(({ role }) => role === 'leader');
    const ofTerms = new Map<number, Set<string>>();
    for (const { term, name: leader } of leaders) {
      ofTerms.set(term, (ofTerms.get(term) ?? new Set()).add(leader));
    }
    expect([...ofTerms.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(ofTerms.size).toBeGreaterThan(0);
  });

  test('logs that have a term in common are alike below it', () => {
    expect(pictures.flatMap(pairsOf).filter((pair) => !logsMatch(pair))).toEqual([]);
  });

  test('what was committed is in the log of every server that believes so, to the end', () => {
    const committed: number[] = [];
    for (const { log, commit } of pictures.flat()) {
      const known = log.slice(0, commit);
      expect(known).toEqual([...committed, ...known.slice(committed.length)].slice(0, commit));
      committed.push(...known.slice(committed.length));
    }
    expect(committed.length).toBeGreaterThan(0);
  });

  test('the last step leaves all servers that are up with one log', () => {
    const logs = pictures
      .at(-1)
      ?.filter(({ up }) => up)
      .map(({ log }) => log.join(' '));
    expect(new Set(logs).size).toBe(1);
  });
});

test('the leader goes back one entry at each refusal, and then knows where the logs part', () => {
  const ofS4 = scenarios['back-off'].steps.map(({ servers }) => {
    const [leader] = servers;
    return [leader?.next['S4'], leader?.match['S4'], servers[3]?.log.join(' ')];
  });
  expect(ofS4).toEqual([
    [6, 0, '1 1 2 2'],
    [6, 0, '1 1 2 2'],
    [5, 0, '1 1 2 2'],
    [3, 0, '1 1 2 2'],
    [7, 6, '1 1 4 4 5 6'],
    [7, 6, '1 1 4 4 5 6'],
    [7, 6, '1 1 4 4 5 6'],
  ]);
});

test('the candidate with the shorter log gets no vote from a longer one', () => {
  const [, refused] = scenarios.election.steps;
  const votes = refused?.servers.map(({ votedFor, term }) => [votedFor, term]);
  expect(votes).toEqual([
    [null, 2],
    [null, 1],
    [null, 1],
    ['S4', 2],
    [null, 1],
  ]);
});

describe('without script, on a phone', () => {
  let site: TestSite;
  let page: Page;

  beforeAll(async () => {
    const window = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
    site = await openSite(window);
    page = await site.page();
  });
  afterAll(() => site.close());

  /** The beginnings of the steps that are shown of a scenario. */
  async function shownSteps(legend: string): Promise<string[]> {
    const steps = page.getByRole('group', { name: legend }).locator('.step:visible strong');
    return steps.allTextContents();
  }

  test('arrow keys go through the steps of a scenario of Raft', async () => {
    await page.goto(`${site.origin}/concepts/raft-step-by-step/`);
    expect(await shownSteps('A split vote')).toEqual(['1. Two candidates.']);
    await page.getByRole('group', { name: 'A split vote' }).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await shownSteps('A split vote')).toEqual(['3. Too late.']);
    expect(await shownSteps('An election')).toEqual(['1. The leader is gone.']);
  });

  test('each step has a name for its button, and room on the page', async () => {
    await page.goto(`${site.origin}/concepts/raft-step-by-step/`);
    const tables = page.locator('.raft-playground .step:visible');
    const widths = await tables.evaluateAll((all) =>
      all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    );
    expect(widths).toEqual([0, 0, 0]);
    const named = page.getByRole('radio', { name: /^5\s*: A leader$/ });
    expect(await named.count()).toBe(1);
  });

  test('switching servers off marks the row that is true', async () => {
    await page.goto(`${site.origin}/concepts/quorum-sizes/`);
    for (const server of ['S1', 'S2', 'S3'])
      await page.getByLabel(server, { exact: true }).uncheck();
    const marked = await page
      .locator('.quorum-playground tbody tr')
      .evaluateAll((rows) =>
        rows
          .filter((row) => getComputedStyle(row).outlineStyle === 'solid')
          .map((row) => row.className),
      );
    expect(marked).toEqual(['up-2']);
  });
});

test('the playgrounds have no fault that a checker of accessibility finds', async () => {
  const site = await openSite();
  const page = await site.page();
  for (const path of ['/concepts/raft-step-by-step/', '/concepts/quorum-sizes/']) {
    await page.goto(site.origin + path);
    expect(await violationsOf(page)).toEqual([]);
  }
  await site.close();
});
