/** Sets formulas with KaTeX, as MathJax reads them. */
import katex, { type KatexOptions } from 'katex';
import 'katex/contrib/mhchem';
import { mathjaxMacros } from './mathjax-macros.ts';
import { closeOperators, type EquationTags, katexSource } from './mathjax-source.ts';

type Macros = Readonly<Record<string, string>>;

/** A formula that cannot be set. `offset` is an index in its source, or -1. */
export interface FormulaFault {
  readonly message: string;
  readonly offset: number;
}

/**
 * The formulas of one page. A command that one of them defines is known in those after it, as MathJax
 * has it; the owner's commands go before those of MathJax.
 */
export class FormulaPage {
  private definitions = '';
  private readonly macros: Record<string, unknown>;
  private readonly tags: EquationTags;
  private readonly key: string;

  constructor(owner: Macros, tags: EquationTags) {
    this.macros = { ...mathjaxMacros, ...owner };
    this.tags = tags;
    this.key = JSON.stringify([owner, [...tags]]);
  }

  /** The formula as HTML beside MathML, or its fault. */
  set(source: string, displayMode: boolean): string | FormulaFault {
    const text = closeOperators(katexSource(source, this.tags));
    if (defines.test(text)) {
      this.definitions += `${text}\n`;
      return render(text, displayMode, this.macros);
    }
    const key = JSON.stringify([displayMode, text, this.key, this.definitions]);
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (cache.size >= maxCachedFormulas) cache.clear();
    const html = render(text, displayMode, this.macros);
    cache.set(key, html);
    return html;
  }
}

const defines = /\\(?:re)?newcommand|\\providecommand|\\[gex]?def(?![a-z])|\\let(?![a-z])/i;

const cache = new Map<string, string | FormulaFault>();
/** Enough for a garden, and a limit for long development sessions. */
const maxCachedFormulas = 20_000;

function render(
  source: string,
  displayMode: boolean,
  macros: Record<string, unknown>,
): string | FormulaFault {
  try {
    return katex.renderToString(source, { ...options, displayMode, macros: macros as Macros });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // MathJax allows environments such as align, and tags, between single dollars, too.
    if (!displayMode && /display (?:mode|equations)/.test(message)) {
      return render(source, true, macros);
    }
    const offset = error instanceof katex.ParseError ? error.position : -1;
    return { message, offset };
  }
}

const options: KatexOptions = {
  throwOnError: true,
  strict: 'ignore',
  // Links to the web, and nothing that loads or names elements of the page.
  trust: (context) =>
    (context.command === '\\href' || context.command === '\\url') &&
    /^https?:\/\//i.test(context.url),
  maxSize: 50,
  globalGroup: true,
};
