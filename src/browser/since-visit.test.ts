import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from './fixtures/open-page.ts';
import { markSinceVisit } from './since-visit.ts';

afterEach(() => vi.unstubAllGlobals());

const hour = 3_600_000;
let kept = '';

/** The titles that are marked, and the summary, of a visit at an hour. */
async function visit(
  notes: Readonly<Record<string, string>>,
  at: number,
): Promise<readonly [string[], string]> {
  const items = Object.entries(notes).map(([name, day]) => {
    const item = `<ul class="note-list"><li><a href="/${name}/">${name}</a></li></ul>`;
    return `<section><h2><time datetime="${day}"></time></h2>${item}</section>`;
  });
  const { document } = openPage(
    `<html><body><p hidden></p><main>${items.join('')}</main></body></html>`,
  );
  if (kept !== '') localStorage.setItem('recent-visit', kept);
  const summary = document.querySelector<HTMLElement>('p');
  if (!summary) throw new Error('no summary');
  await markSinceVisit(document, summary, at * hour);
  kept = localStorage.getItem('recent-visit') ?? '';
  const marked = [...document.querySelectorAll('.new-mark')].map((mark) => {
    return mark.previousElementSibling?.textContent ?? '';
  });
  return [marked, summary.textContent ?? ''];
}

test('a visit marks what is new or changed since the one before, and a first one nothing', async () => {
  expect(await visit({ a: '2026-01-01', b: '2026-01-01' }, 1)).toEqual([[], '']);
  const later = { c: '2026-01-02', a: '2026-01-02', b: '2026-01-01' };
  expect(await visit(later, 30)).toEqual([['c', 'a'], 'New or changed since your last visit: 2']);
  expect((await visit(later, 30.2))[0]).toEqual(['c', 'a']);
  expect(await visit(later, 60)).toEqual([[], '']);
});

test('without storage, or with something else in it, nothing is marked', async () => {
  for (const damaged of ['{', '3', '"x"']) {
    kept = damaged;
    expect(await visit({ a: '2026-01-01' }, 1)).toEqual([[], '']);
  }
});
