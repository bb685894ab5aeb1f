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
    return { pattern, hides: (path: string) => compiled?.test(path) === true };
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

function compile(expression: string): RegExp | null {
  try {
    return new RegExp(expression, 'i');
  } catch {
    return null;
  }
}
