/** Paths that a vault hides: prefixes in Logseq, prefixes or `/expressions/` in Obsidian. */
import type { Vault } from '../../note.ts';

export interface HiddenPaths {
  /** The first pattern that hides a path relative to the vault; null where none does. */
  patternOf(path: string): string | null;
  /** Expressions that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Reads `vault.hidden`. Case does not matter: hiding too much is safe, hiding too little is not. */
export function readHiddenPaths(vault: Vault): HiddenPaths {
  const unreadable: string[] = [];
  const tests = vault.hidden.map((pattern) => {
    const expression = /^\/(.+)\/$/.exec(pattern)?.[1];
    if (vault.dialect === 'logseq' || expression === undefined) {
      return { pattern, hides: prefixTest(pattern) };
    }
    const compiled = compile(expression);
    if (compiled === null) unreadable.push(pattern);
    return { pattern, hides: (path: string) => compiled !== null && testPath(compiled, path) };
  });
  return {
    patternOf: (path) => tests.find(({ hides }) => hides(path))?.pattern ?? null,
    unreadable,
  };
}

function prefixTest(hidden: string): (path: string) => boolean {
  const prefix = hidden.replace(/^\/+/, '').normalize('NFC').toLowerCase();
  return (path) => prefix !== '' && path.normalize('NFC').toLowerCase().startsWith(prefix);
}

/** Null for what is no expression, and for one that may take time exponential in the path's length. */
function compile(expression: string): RegExp | null {
  if (!isFast(expression)) return null;
  try {
    return new RegExp(expression, 'i');
  } catch {
    return null;
  }
}

/** A few repetitions on so long a path take a moment; on a longer one they could take minutes. */
const maxPathLength = 500;
const maxRepetitions = 3;

function testPath(expression: RegExp, path: string): boolean {
  return path.length > maxPathLength || expression.test(path);
}

/**
 * Whether an expression cannot backtrack without end: no repeated group that holds a repetition or a
 * choice, no reference back, and few unbounded repetitions.
 */
function isFast(expression: string): boolean {
  if (/\\(?:[1-9]|k<)/.test(expression)) return false;
  const plain = expression.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a');
  const unbounded = plain.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  return unbounded <= maxRepetitions && !hasRepeatedChoice(plain);
}

function hasRepeatedChoice(plain: string): boolean {
  const open: boolean[] = [];
  for (const [index, sign] of [...plain].entries()) {
    if (sign === '(') open.push(false);
    if (/[*+{|]/.test(sign) || (sign === '?' && plain[index - 1] !== '(')) open.fill(true);
    if (sign !== ')') continue;
    const isChoice = open.pop() === true;
    if (isChoice && /^[*+{]/.test(plain.slice(index + 1))) return true;
  }
  return false;
}
