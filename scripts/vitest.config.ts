/**
 * How the tests run: `unit` tests beside the code, and `browser` tests, which open the built site in a
 * real browser. Files share modules (`isolate: false`), which saves a third of the time: a test that
 * changes something global must put it back. Mermaid cannot, so the files that load it share with each
 * other only.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/test/longest-first.ts';

/** Generous, so that a busy machine fails no test; a test that hangs still ends. */
const timeouts = { testTimeout: 120_000, hookTimeout: 60_000 };

/** All of the folder but what tests the process that draws: it must not be drawn in itself. */
const loadMermaid = ['src/draw/mermaid/!(draw).test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...timeouts,
          name: 'unit',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: ['src/e2e/**', ...loadMermaid],
          isolate: false,
        },
      },
      { test: { ...timeouts, name: 'unit-mermaid', include: loadMermaid, isolate: false } },
      {
        test: {
          name: 'browser',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          include: ['src/e2e/**/*.test.ts'],
          globalSetup: ['src/e2e/global-setup.ts'],
          isolate: false,
          // They wait for browsers and builds: one more than a small machine has cores keeps it busy.
          maxWorkers: 3,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
