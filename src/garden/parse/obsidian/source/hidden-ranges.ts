/** The parts of a note that are not shown where its MDX cannot be read. */
import type { Cut } from './comments.ts';

/**
 * The comments, statements of JavaScript at the top level, tags of components (their content is read) and
 * expressions that are only a comment. `from` is where the body starts.
 */
export function withCode(source: string, comments: readonly Cut[], from: number): Cut[] {
  const code = [...source.matchAll(fencesAndCode)].map(cutOf);
  const script = [...source.matchAll(scripts)].map(cutOf).filter(({ start }) => start >= from);
  const isCode = ({ start }: Cut): boolean =>
    code.some((part) => start >= part.start && start < part.end);
  return merged([...comments, ...script.filter((cut) => !isCode(cut))]);
}

const fencesAndCode = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[ \t]*$|`[^`\n]+`/gmu;

// Statements end at the next blank line; tags may contain quoted texts and expressions in braces.
const scripts =
  /^(?:import\s[^\n]*["']|export\s+(?:const|let|var|function|default|async|class|\{|\*))[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*\n?|<\/?[A-Z][\w.]*(?:"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[^<>"'{}])*>|\{\s*\/\*[\s\S]*?\*\/\s*\}/gmu;

function cutOf({ index, 0: text }: RegExpExecArray): Cut {
  return { start: index, end: index + text.length };
}

function merged(cuts: readonly Cut[]): Cut[] {
  const result: Cut[] = [];
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (!last || cut.start >= last.end) result.push(cut);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) };
  }
  return result;
}
