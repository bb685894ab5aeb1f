/** Formulas by KaTeX, set while the page is made. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import katex from 'katex';
import 'katex/contrib/mhchem';
import 'mdast-util-math';
import type { Handlers } from 'mdast-util-to-hast';
import { fillIn } from '../../interface-texts/lookup.ts';
import type { Place } from '../place.ts';

interface Formula {
  readonly value: string;
}

export function mathHandlers(place: Place): Handlers {
  return {
    inlineMath: (_state, node: Formula) => formula(place, node.value, false),
    math: (_state, node: Formula) => h('div.math', [formula(place, node.value, true)]),
  };
}

const set = new Map<string, string | Error>();
/** Formulas kept: a garden's worth, without growing for ever in a long dev session. */
const keptFormulas = 20_000;

function formula(place: Place, source: string, display: boolean): ElementContent {
  const html = typeset(source, display);
  if (typeof html === 'string') {
    place.rendering.formulas.push(html);
    const markdown = { type: display ? 'math' : 'inlineMath', value: source } as const;
    return { type: 'raw', value: html, data: { source, markdown: [markdown] } };
  }
  const title = fillIn(place.rendering.texts.mathError, { message: html.message });
  return h('code.math-error', { title }, source);
}

function typeset(source: string, displayMode: boolean): string | Error {
  const key = `${displayMode ? 'd' : 'i'}${source}`;
  const known = set.get(key);
  if (known !== undefined) return known;
  if (set.size >= keptFormulas) set.clear();
  const html = typesetAnew(source, displayMode);
  set.set(key, html);
  return html;
}

function typesetAnew(source: string, displayMode: boolean): string | Error {
  try {
    return katex.renderToString(source, { ...options, displayMode });
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    // Environments such as align stand between single dollars, too; MathJax lets them.
    return !displayMode && reason.message.includes('display mode')
      ? typesetAnew(source, true)
      : reason;
  }
}

const options = { throwOnError: true, strict: 'ignore', trust: false, maxSize: 50 } as const;
