import { expect, test, vi } from 'vitest';
import { belowBase, development } from './development.ts';

test.for([
  ['dev', 1],
  ['build', 0],
  ['preview', 0],
] as const)('the command %s puts %i scripts of development into pages', ([command, count]) => {
  const injectScript = vi.fn();
  const setUp = development().hooks['astro:config:setup'] as unknown as (options: object) => void;
  setUp({ command, config: { base: '/' }, injectScript });
  expect(injectScript).toHaveBeenCalledTimes(count);
});

test.for([
  ['/g/', '/fonts/a.woff2', '/g/fonts/a.woff2'],
  ['/', '/fonts/a.woff2', '/fonts/a.woff2'],
  ['/g/', '/g/fonts/a.woff2', '/g/fonts/a.woff2'],
] as const)('below %s a style’s font %s is %s', ([base, url, asked]) => {
  const request = { url };
  const next = vi.fn();
  belowBase(base)(request, {}, next);
  expect({ url: request.url, calls: next.mock.calls.length }).toEqual({ url: asked, calls: 1 });
});
