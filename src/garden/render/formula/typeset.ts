/** Sets formulas with KaTeX, as MathJax reads them. */
import katex, { type KatexOptions } from 'katex';
import 'katex/contrib/mhchem';
import type { FormulaSetter } from './formula-setter.ts';
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
  private readonly owner: Macros;
  private readonly other: FormulaSetter | undefined;

  /** @param other sets what KaTeX cannot. */
  constructor(owner: Macros, tags: EquationTags, other?: FormulaSetter) {
    this.owner = owner;
    this.other = other;
    this.macros = { ...mathjaxMacros, ...owner };
    this.tags = tags;
    this.key = JSON.stringify([owner, [...tags]]);
  }

  /** The formula as HTML beside MathML, or its fault. */
  set(source: string, displayMode: boolean): string | FormulaFault {
    const text = closeOperators(katexSource(source, this.tags));
    const before = this.definitions;
    if (defines.test(text)) {
      this.definitions += `${source}\n`;
      return this.render(source, text, displayMode, before);
    }
    const key = JSON.stringify([displayMode, text, this.key, before, this.other !== undefined]);
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (cache.size >= maxCachedFormulas) cache.clear();
    const html = this.render(source, text, displayMode, before);
    cache.set(key, html);
    return html;
  }

  private render(
    source: string,
    rewritten: string,
    isDisplay: boolean,
    definitions: string,
  ): string | FormulaFault {
    const set = render(rewritten, isDisplay, this.macros);
    if (typeof set === 'string' || this.other === undefined) return set;
    const { owner: macros, other } = this;
    return other.set({ source, rewritten, isDisplay, definitions, macros }) ?? set;
  }
}

const defines =
  /\\(?:re)?new(?:command|environment)|\\providecommand|\\definecolor|\\DeclarePairedDelimiter|\\[gex]?def(?![a-z])|\\let(?![a-z])/i;

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
