import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copyConfig, slowCopy } from './quick-config.ts';

test('Mermaid copies its configuration at one place', () => {
  const folder = join(
    dirname(fileURLToPath(import.meta.resolve('mermaid'))),
    'chunks/mermaid.core',
  );
  const chunks = readdirSync(folder).filter((name) => /^chunk-\w+\.mjs$/u.test(name));
  const texts = chunks.map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(texts.flatMap((text) => text.split(slowCopy).slice(1))).toHaveLength(1);
});

test('a copy of the configuration is the same, and what is done to it stays in it', () => {
  const make = () => ({
    theme: 'base',
    secure: ['theme'],
    flowchart: { space: 5, title: { a: 1 } },
  });
  const config = make();
  const copy = copyConfig(config);
  expect(copy).toEqual(config);
  copy.theme = 'dark';
  copy.secure.push('flowchart');
  copy.flowchart.space = 6;
  copy.flowchart.title.a = 2;
  expect(config).toEqual(make());
});
