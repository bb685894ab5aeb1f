/** Syntax highlighting: Shiki with two themes as CSS variables, each block only once. */
import { createHighlighterCoreSync } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import dark from 'shiki/themes/github-dark-default.mjs';
import light from 'shiki/themes/github-light-default.mjs';
import type { CodeMarks, Highlighter } from '../../garden/render/highlighter.ts';
import { createColourers } from './colourers.ts';
import { grammarOf } from './grammars.ts';
import { hasMarks, markTransformers, wordsAsDecorations } from './marks.ts';
import { pairThemes } from './paired-theme.ts';

/** Each block is tokenized once for both themes. Comments in the light theme have too little contrast. */
const paired = pairThemes(
  { name: 'github-light-default', theme: light, replacements: { '#6e7781': '#59636e' } },
  { name: 'github-dark-default', theme: dark, replacements: {} },
);

/** Beyond this the colours cost more than they help. */
const maxCodeLength = 100_000;
const maxLineLength = 5_000;
/** Characters of finished HTML that are kept. */
const keptCharacters = 30_000_000;

let shared: Promise<Highlighter> | null = null;

/**
 * The shared highlighter: loads each grammar on first use and keeps the HTML of every block. An
 * unknown language or a grammar that fails gives null: the block is shown without colours.
 */
export function createHighlighter(): Promise<Highlighter> {
  shared ??= startHighlighter();
  return shared;
}

// Oniguruma, not the engine of JavaScript's own expressions: with that one C++ took 2.5 s and Java
// 47 ms to start, with this one 0.5 s and 9 ms; after that they are alike.
async function startHighlighter(): Promise<Highlighter> {
  const engine = await createOnigurumaEngine(import('shiki/wasm'));
  const colourers = createColourers(() => {
    return createHighlighterCoreSync({
      themes: [paired.theme],
      langs: [],
      engine,
      warnings: false,
    });
  });
  const done = new Map<string, string | null>();
  let size = 0;
  return {
    highlight(code, language, marks) {
      const marked = marks && hasMarks(marks) ? marks : null;
      const key = `${language}\n${marked ? JSON.stringify(marked) : ''}\n${code}`;
      const known = done.get(key);
      if (known !== undefined) return known;
      const html = code.length > maxCodeLength ? null : colour(colourers, code, language, marked);
      size += html?.length ?? 0;
      if (size > keptCharacters) {
        done.clear();
        size = 0;
      }
      done.set(key, html);
      return html;
    },
  };
}

function colour(
  colourers: ReturnType<typeof createColourers>,
  code: string,
  language: string,
  marks: CodeMarks | null,
): string | null {
  const grammar = grammarOf(language);
  if (grammar === null && marks === null) return null;
  try {
    const { shiki, language: lang } = colourers(grammar, code);
    const html = shiki.codeToHtml(code, {
      lang,
      theme: 'paired',
      transformers: markTransformers(code, marks),
      decorations: marks === null ? [] : wordsAsDecorations(code, marks.words),
      tokenizeMaxLineLength: maxLineLength,
      // No limit of time: it would colour the same code differently on a busy machine.
      tokenizeTimeLimit: 0,
    });
    return paired.restore(html);
  } catch {
    return null;
  }
}
