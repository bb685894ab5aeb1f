import { afterEach, expect, test } from 'vitest';
import { momentOf } from './moment.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each([
  ['2025-03-13', '2025-03-13T00:00:00.000Z'],
  ['2025-03-13T19:17', '2025-03-13T19:17:00.000Z'],
  ['2025-03-13T19:17:05', '2025-03-13T19:17:05.000Z'],
  ['2025-03-13T19:17:05Z', '2025-03-13T19:17:05.000Z'],
  ['2025-03-13T19:17:05+08:00', '2025-03-13T11:17:05.000Z'],
  ['2025-03-13T19:17:05+0800', '2025-03-13T11:17:05.000Z'],
])('%s is the same moment on every machine', (iso, moment) => {
  for (const place of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
    process.env['TZ'] = place;
    expect(new Date(momentOf(iso)).toISOString()).toBe(moment);
  }
});
