/** Paths that a vault hides: prefixes in Logseq, prefixes or `/expressions/` in Obsidian. */
import type { Vault } from '../../note.ts';

export interface HiddenPaths {
  /** Whether a path relative to the vault is hidden. */
  isHidden(path: string): boolean;
  /** Expressions that cannot be read. */
  readonly broken: readonly string[];
}

/** Reads `vault.hidden`. Case does not matter: hiding too much is safe, hiding too little is not. */
export function readHiddenPaths(vault: Vault): HiddenPaths {
  const broken: string[] = [];
  const tests = vault.hidden.map((hidden): ((path: string) => boolean) => {
    const expression = /^\/(.+)\/$/.exec(hidden)?.[1];
    if (vault.dialect === 'logseq' || expression === undefined) return prefixTest(hidden);
    const compiled = compile(expression);
    if (compiled) return (path) => compiled.test(path);
    broken.push(hidden);
    return () => false;
  });
  return { isHidden: (path) => tests.some((test) => test(path)), broken };
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
