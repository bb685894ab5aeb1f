/** Shiki's grammars by the names that authors give to languages. */
import { createRequire } from 'node:module';
import type { LanguageRegistration } from 'shiki/core';
import { bundledLanguagesInfo } from 'shiki/langs';

export interface Grammar {
  readonly id: string;
  load(): LanguageRegistration[];
}

/** Names seen in fences that are no alias in Shiki. */
const otherNames: Readonly<Record<string, string>> = {
  'text/x-java': 'java',
  'text/x-c': 'c',
  'text/x-python': 'python',
  'text/javascript': 'javascript',
  node: 'javascript',
  react: 'jsx',
  golang: 'go',
  shellscript: 'bash',
  cmd: 'bat',
  'c++': 'cpp',
  cuda: 'cpp',
  h: 'c',
  edn: 'clojure',
  'objective-c++': 'objective-cpp',
  mathematica: 'wolfram',
};

const require = createRequire(import.meta.url);
const byName = new Map<string, string>();
for (const { id, aliases = [] } of bundledLanguagesInfo) {
  for (const name of [id, ...aliases]) byName.set(name, id);
}
for (const [name, id] of Object.entries(otherNames)) byName.set(name, id);

/** The grammar for a fence's language, however the author writes it; null when there is none. */
export function grammarOf(language: string): Grammar | null {
  const id = byName.get(language.toLowerCase());
  if (id === undefined) return null;
  return { id, load: () => grammarsIn(require(`shiki/langs/${id}.mjs`)) };
}

function grammarsIn(module: { default: LanguageRegistration[] }): LanguageRegistration[] {
  return module.default;
}
