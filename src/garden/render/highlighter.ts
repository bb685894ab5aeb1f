/** Code in colour: Shiki with two themes as CSS variables, each block coloured only once. */
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import dark from 'shiki/themes/github-dark.mjs';
import light from 'shiki/themes/github-light.mjs';
import { grammarOf } from './grammars.ts';

export interface Highlighter {
  /** HTML (`pre.shiki`) of a code block; null when the language has no grammar. */
  highlight(code: string, language: string): string | null;
}

/** Beyond this the colours cost more than they help. */
const longestCode = 100_000;

/**
 * A highlighter that loads each grammar when it is first met and keeps every block's HTML. A language
 * nobody knows, and a grammar that fails, give null: the block is then shown plain.
 */
export async function createHighlighter(): Promise<Highlighter> {
  const shiki = createHighlighterCoreSync({
    themes: [light, dark],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const done = new Map<string, string | null>();
  return {
    highlight(code, language) {
      const key = `${language}\n${code}`;
      const known = done.get(key);
      if (known !== undefined) return known;
      const html = code.length > longestCode ? null : colour(shiki, code, language);
      done.set(key, html);
      return html;
    },
  };
}

function colour(shiki: HighlighterCore, code: string, language: string): string | null {
  const grammar = grammarOf(language);
  if (grammar === null) return null;
  try {
    if (!shiki.getLoadedLanguages().includes(grammar.id)) shiki.loadLanguageSync(grammar.load());
    return shiki.codeToHtml(code, {
      lang: grammar.id,
      themes: { light: 'github-light', dark: 'github-dark' },
      defaultColor: false,
    });
  } catch {
    // A grammar may hold an expression that the JavaScript engine cannot run: plain code then.
    return null;
  }
}
