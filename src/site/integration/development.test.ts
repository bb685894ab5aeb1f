import { expect, test, vi } from 'vitest';
import { development } from './development.ts';

test.for([
  ['dev', 1],
  ['build', 0],
  ['preview', 0],
] as const)('the command %s puts %i scripts of development into pages', ([command, count]) => {
  const injectScript = vi.fn();
  const setUp = development().hooks['astro:config:setup'] as unknown as (options: object) => void;
  setUp({ command, injectScript });
  expect(injectScript).toHaveBeenCalledTimes(count);
});
