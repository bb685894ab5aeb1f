import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { diagnosticKinds } from '../../../src/garden/diagnostic.ts';
import { promisedTests, promisesWithoutTest } from './promises.ts';

const read = (name: string) => readFile(`notes/guide/Guide/${name}.md`, 'utf8');

test('the guide has a section with cause and fix for every diagnostic', async () => {
  const sections = (await read('Diagnostics')).split(/^## /mu).slice(1);
  const whole = sections.filter((text) => /\*\*Cause:\*\* .+\n\n\*\*Fix:\*\* ./u.test(text));
  const codes = new Set(whole.map((text) => text.slice(0, text.indexOf('\n'))));
  expect(Object.keys(diagnosticKinds).filter((code) => !codes.has(code))).toEqual([]);
});

test('every promise of the guide names a test', async () => {
  expect(promisesWithoutTest(await read('What this garden promises'))).toEqual([]);
});

test('every test that holds a promise exists', async () => {
  const promised = promisedTests(await read('What this garden promises'));
  const missing: string[] = [];
  for (const { file, title } of promised) {
    const source = await readFile(file, 'utf8').catch(() => '');
    if (!source.includes(`'${title}'`)) missing.push(`${file}: ${title}`);
  }
  expect(missing).toEqual([]);
  expect(promised.length).toBeGreaterThan(15);
});
