/** The order of the test files: those that take longest first, so that none is waited for at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of the paths of files that build sites, load many pages or draw much, the longest first. */
export const longest: readonly string[] = [
  ...['e2e/privacy', 'e2e/warm-build', 'e2e/access', 'e2e/offline', 'e2e/package', 'e2e/keyboard'],
  ...['e2e/search-dialog', 'e2e/spoken', 'e2e/graph', 'e2e/security', 'e2e/moving', 'e2e/media'],
  ...['mermaid/goldens', 'mermaid/draw.', 'mermaid/safety'],
  ...['upgrade/upgrade', 'warm-import', 'index-search', 'garden/sizes', 'plugins/plugins'],
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.sort((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

/** Place of a file in the order. */
function rankOf(path: string): number {
  const rank = longest.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return rank < 0 ? longest.length : rank;
}
