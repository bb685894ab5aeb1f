/** One hostile note through the engine, and what went wrong with it. */
import {
  type ReadAndRendered,
  readAndRender,
} from '../../../src/garden/fixtures/read-and-render.ts';
import { dangersIn } from './dangers.ts';

export type Dialect = 'obsidian' | 'logseq';

/** How a note is read and rendered; another one in the tests of the attack itself. */
export type Engine = (dialect: Dialect, source: string) => ReadAndRendered;

/** Milliseconds of processor time that no note of usual length needs. */
const maxMs = 5000;

/** Sentences about what went wrong; none for a note that is shown, safe, and took no longer than allowed. */
export function faultsOf(
  dialect: Dialect,
  source: string,
  engine: Engine = readAndRender,
): string[] {
  const start = process.cpuUsage();
  try {
    const { rendered, diagnostics } = engine(dialect, source);
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    const failed = diagnostics.filter(({ code }) => code === 'failed-note');
    return [
      ...failed.map(({ message }) => `failed: ${message}`),
      ...htmlIn(rendered?.page)
        .flatMap(dangersIn)
        .map((danger) => `dangerous: ${danger}`),
      ...(ms > maxMs ? [`slow: ${Math.round(ms)} ms`] : []),
    ];
  } catch (error) {
    return [`threw: ${String(error)}`];
  }
}

/** Every text of a record that pages take as HTML. */
function htmlIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    return typeof each === 'string' && /html$/i.test(key) ? [each] : htmlIn(each);
  });
}
