import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editorSchema, settingsTable } from './documents.ts';

test('the schema that editors read is the one that is checked (npm run readme writes it)', () => {
  const written = readFileSync(new URL('garden.schema.json', import.meta.url), 'utf8');
  expect(written).toBe(editorSchema());
});

test('each setting has a row that says what it does and what may be written', () => {
  const rows = settingsTable().split('\n').slice(2);
  expect(rows).toContain(
    '| `publish` | vault: the switches of the vaults and notes decide; all: whatever neither a note nor its vault hides is published. | vault or all | `vault` |',
  );
  const cells = rows.map((row) => row.split(/(?<!\\) ?\| ?/).slice(1, 5));
  for (const [name, about] of cells) expect(about, name).not.toBe('');
  const groups = cells.filter(([, , values]) => values === '').map(([name]) => name);
  const members = cells.map(([name = '']) => name.replace(/\.[^.]*`$/, '`'));
  expect(groups.filter((group) => !members.includes(group ?? ''))).toEqual([]);
});
