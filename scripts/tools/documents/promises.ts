/** The promises of the guide, each with the test that holds it. */

export interface Promised {
  /** The test file, from the project's root. */
  readonly file: string;
  /** Title of the test, as the file has it. */
  readonly title: string;
}

/** The tests that the page of promises names: `file`: “title”. */
export function promisedTests(markdown: string): readonly Promised[] {
  const named = markdown.matchAll(/`([^`]+\.test\.ts)`: “([^”]+)”/gu);
  return [...named].map(([, file = '', title = '']) => ({ file, title }));
}

/** List items that name no test. */
export function promisesWithoutTest(markdown: string): readonly string[] {
  const items = markdown.split('\n').filter((line) => line.startsWith('- '));
  return items.filter((item) => promisedTests(item).length === 0);
}
