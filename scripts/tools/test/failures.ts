/** Names what failed in a test run, for the end of a log of which only the last lines may be kept. */
import { relative } from 'node:path';

/** The part of Vitest's JSON report that is read here. */
interface TestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** How many lines of an error's message are repeated. */
const messageLines = 12;

/**
 * The failures that a report of Vitest names, each as path, name and the first lines of its errors; a
 * file that failed outside its tests with its own message.
 */
export function failuresOf(report: TestReport): readonly string[] {
  return (report.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const path = relative('', name).replaceAll('\\', '/');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${path}\n${firstLines(message)}`] : [];
    return failed.map(
      (test) => `${path} › ${test.fullName}\n${firstLines(test.failureMessages?.join('\n'))}`,
    );
  });
}

function firstLines(message = ''): string {
  return message.split('\n').slice(0, messageLines).join('\n');
}
