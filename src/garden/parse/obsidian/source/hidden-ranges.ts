/** The parts of a note that are not shown. */
import { type Cut, findComments } from './comments.ts';

/**
 * Comments; in `.mdx` also statements of JavaScript at the top level, tags of components (their content
 * is read) and expressions that are only a comment. `from` is where the body starts.
 */
export function findCuts(path: string, source: string, from: number): Cut[] {
  const comments = findComments(source, from);
  if (!/\.mdx$/iu.test(path)) return comments;
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

/** The source with `change` applied to everything outside of fences and code spans. */
export function outsideCode(source: string, change: (text: string) => string): string {
  let changed = '';
  let from = 0;
  for (const { index, 0: code } of source.matchAll(fencesAndCode)) {
    changed += change(source.slice(from, index)) + code;
    from = index + code.length;
  }
  return changed + change(source.slice(from));
}

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
