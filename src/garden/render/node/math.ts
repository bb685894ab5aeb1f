/** Formulas, rendered by KaTeX. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import katex from 'katex';
import 'katex/contrib/mhchem';
import 'mdast-util-math';
import type { Handlers } from 'mdast-util-to-hast';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { RenderContext } from '../render-context.ts';

interface Formula {
  readonly value: string;
  readonly data?: { readonly hProperties?: { readonly className?: unknown } };
}

export function mathHandlers(context: RenderContext): Handlers {
  return {
    inlineMath: (_state, node: Formula, parent) => {
      if (!isDisplay(node)) return formula(context, node.value, false);
      const set = formula(context, node.value, true);
      // A paragraph is split around it; a cell or heading cannot be.
      return parent?.type === 'paragraph' ? h('div.math', [set]) : set;
    },
    math: (_state, node: Formula) => h('div.math', [formula(context, node.value, true)]),
  };
}

/** Whether a formula in a text asks for a line of its own. */
function isDisplay({ data }: Formula): boolean {
  const className = data?.hProperties?.className;
  return Array.isArray(className) && className.includes('math-display');
}

type Macros = Readonly<Record<string, string>>;

const cache = new Map<string, string | Error>();
/** Enough for a garden, and a limit for long development sessions. */
const maxCachedFormulas = 20_000;

function formula(context: RenderContext, source: string, display: boolean): ElementContent {
  const html = typeset(source, display, context.rendering.garden.policy.macros ?? {});
  if (typeof html === 'string') {
    context.rendering.formulas.push(html);
    const markdown = { type: display ? 'math' : 'inlineMath', value: source } as const;
    return { type: 'raw', value: html, data: { source, markdown: [markdown] } };
  }
  const title = fillIn(context.rendering.texts.mathError, { message: html.message });
  return h('code.math-error', { title }, source);
}

function typeset(source: string, displayMode: boolean, macros: Macros): string | Error {
  const key = JSON.stringify([displayMode, source, macros]);
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= maxCachedFormulas) cache.clear();
  const html = renderFormula(source, displayMode, macros);
  cache.set(key, html);
  return html;
}

function renderFormula(source: string, displayMode: boolean, macros: Macros): string | Error {
  try {
    return katex.renderToString(source, { ...options, displayMode, macros: { ...macros } });
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    // MathJax allows environments such as align between single dollars, too.
    return !displayMode && reason.message.includes('display mode')
      ? renderFormula(source, true, macros)
      : reason;
  }
}

const options = { throwOnError: true, strict: 'ignore', trust: false, maxSize: 50 } as const;
