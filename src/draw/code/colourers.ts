/** A highlighter for each language, so that the colours of a block do not depend on what was coloured before it. */
import type { HighlighterCore, LanguageRegistration } from 'shiki/core';
import { type Grammar, grammarOf } from './grammars.ts';
import { keepKnownLines } from './known-lines.ts';

/** A highlighter and the name that it knows the language by. */
export interface Colourer {
  readonly shiki: HighlighterCore;
  readonly language: string;
}

/** What names the language of a part: a Markdown fence, an attribute, AsciiDoc's and Org's source blocks. */
const partLanguage =
  /(?:^[ \t>]*(?:`{3,}|~{3,})[ \t]*|\blang=["']?|\[source,[ \t]*|begin_src[ \t]+)([\w+#-]+)/gim;

/**
 * Finds the highlighter for code in a language; null stands for code without a grammar. Shiki's grammars
 * reach into each other as soon as they are loaded together: Vue's changes the one of HTML, and the one of
 * Markdown colours a part in each language that it can find. So each language has one of its own, and
 * one more for each choice of languages that code names for its parts.
 * @param create makes a highlighter without any language.
 */
export function createColourers(create: () => HighlighterCore) {
  const made = new Map<string, Colourer>();
  return (grammar: Grammar | null, code: string): Colourer => {
    const registrations = grammar?.load() ?? [];
    const parts = partsIn(code, registrations);
    const key = [grammar?.id ?? '', ...parts.map(({ id }) => id)].join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const shiki = create();
    const colourer = { shiki, language: grammar?.id ?? 'text' };
    made.set(key, colourer);
    if (grammar === null) return colourer;
    shiki.loadLanguageSync([...parts.flatMap((part) => part.load()), ...registrations]);
    keepKnownLines(shiki.getLanguage(grammar.id));
    return colourer;
  };
}

/** The languages that the code names, of those that its grammar colours only where they are loaded; sorted. */
function partsIn(code: string, registrations: readonly LanguageRegistration[]): readonly Grammar[] {
  const optional = new Set(registrations.flatMap((each) => each.embeddedLangsLazy ?? []));
  if (optional.size === 0) return [];
  const named = [...code.matchAll(partLanguage)].map(([, name = '']) => grammarOf(name));
  const parts = new Map<string, Grammar>();
  for (const part of named) if (part !== null && optional.has(part.id)) parts.set(part.id, part);
  return [...parts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
