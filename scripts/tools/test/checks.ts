/** What `npm test` checks, and which of it a filter asks for. */

/** A command that must succeed. Its tests are counted where it writes a Vitest report, else it counts as one. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Name of the check that must be done before. */
  readonly after?: string;
  /** Where Vitest writes its JSON report. */
  readonly report?: string;
  /** Whether it only takes the time that the other checks leave: tests must be on time. */
  readonly isBackground?: boolean;
}

/** Folder of what the checks write. */
export const reportsFolder = '.cache/test';

const config = 'scripts/vitest.config.ts';

/** The command `astro`, for Node's own options. */
const astro = 'node_modules/astro/bin/astro.mjs';

/** Room for new objects, in MB: the types of all modules are many, and what is full is cleared by copying. */
const largeYoung = '--max-semi-space-size=64';

/**
 * All checks, in the order in which they start; for a filter only the tests of files whose path
 * contains it, with the build that browser tests need.
 */
export function checksFor(filter: string, testFiles: readonly string[]): readonly Check[] {
  const found = testFiles.map((path) => path.replaceAll('\\', '/'));
  const wanted = found.filter((path) => path.includes(filter));
  const isBrowser = (path: string) => path.startsWith('src/e2e/');
  const build: Check = { name: 'build', command: ['node', 'scripts/run.mjs', 'build'] };
  const unit = vitest(['unit', 'unit-mermaid'], 'unit tests', filter);
  const browser = { ...vitest(['browser'], 'browser tests', filter), after: build.name };
  if (filter !== '') {
    return [
      ...(wanted.some((path) => !isBrowser(path)) ? [unit] : []),
      ...(wanted.some(isBrowser) ? [build, browser] : []),
    ];
  }
  return [
    build,
    unit,
    browser,
    {
      name: 'types',
      command: ['node', largeYoung, astro, 'check', '--minimumSeverity', 'warning'],
      // Both write `.astro/`, and the types name what the build writes.
      after: build.name,
      isBackground: true,
    },
    { name: 'lint and import rules', command: ['biome', 'ci', '--colors=off', '.'] },
    { name: 'unused code', command: ['knip', '--no-progress'], isBackground: true },
  ];
}

function vitest(projects: readonly string[], name: string, filter: string): Check {
  const report = `${reportsFolder}/${projects[0]}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const filters = filter === '' ? [] : [filter];
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    report,
    command: ['vitest', 'run', '--config', config, ...chosen, ...filters, ...reporters],
  };
}
