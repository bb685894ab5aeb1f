import fc from 'fast-check';
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import theme from 'shiki/themes/nord.mjs';
import { expect, test } from 'vitest';
import { grammarOf } from './grammars.ts';
import { keepKnownLines } from './known-lines.ts';

const engine = await createOnigurumaEngine(import('shiki/wasm'));

/** Lines that begin, continue and end what goes over several lines. */
const lines: Readonly<Record<string, readonly string[]>> = {
  ts: [
    '/* a',
    'b */ let x',
    'const s = `t ${',
    '} u`;',
    'interface A {',
    '  b: string',
    '}',
    '',
    '// c',
  ],
  bash: [
    'cat <<EOF',
    'EOF',
    'a=$(b',
    ')',
    'if [ -f "x" ]; then',
    'fi',
    '"open',
    '# c',
    'cat <<-X',
    'X',
  ],
  python: ['"""a', 'b"""', 'def f(a,', '    b):', '    return f"{a', '}"', '@c', ''],
  yaml: ['a: |', '  b: c', '  - d', 'e: >-', '- "f', '  g"', '# h', '', '---'],
  markdown: [
    '# a',
    '- b',
    '  c',
    '> d',
    '',
    '| e |',
    '|---|',
    '    f',
    '```',
    '* * *',
    '<div>',
    '</div>',
  ],
  c: ['#define A \\', '  b \\', '  c', '/* d', '*/', '#if 0', '#endif', 'int f(', ') {', '}', ''],
  ruby: ['=begin', '=end', 'x = <<~A', '  #{b', '  }', 'A', '%w[', ']', 'def c', 'end'],
};

test.each(Object.keys(lines))(
  '%s: known lines have the tokens that they would have anew',
  (language) => {
    const [kept, plain] = [withGrammar(language), withGrammar(language)];
    keepKnownLines(kept.getLanguage(language));
    const codes = fc.array(fc.constantFrom(...(lines[language] ?? [])), { maxLength: 14 });
    fc.assert(
      fc.property(codes, (code) => {
        expect(tokens(kept, language, code)).toEqual(tokens(plain, language, code));
      }),
      { numRuns: 150 },
    );
  },
);

function withGrammar(language: string): HighlighterCore {
  const langs = grammarOf(language)?.load() ?? [];
  return createHighlighterCoreSync({ themes: [theme], langs, engine, warnings: false });
}

function tokens(shiki: HighlighterCore, lang: string, code: readonly string[]) {
  const options = { lang, theme: 'nord', tokenizeTimeLimit: 0 } as const;
  return shiki.codeToTokensBase(code.join('\n'), options);
}
