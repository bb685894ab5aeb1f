/** Formulas, rendered by KaTeX. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import 'mdast-util-math';
import type { Nodes, Root } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { escapeHtml } from '../../escape.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { isWideFormula } from '../formula/formula-width.ts';
import { type EquationTags, equationTags } from '../formula/mathjax-source.ts';
import { definitionsIn } from '../formula/preamble.ts';
import { FormulaPage } from '../formula/typeset.ts';
import type { RenderContext, Rendering } from '../render-context.ts';

type Formula = Extract<Nodes, { type: 'inlineMath' | 'math' }>;

export function mathHandlers(context: RenderContext): Handlers {
  return {
    inlineMath: (_state, node: Formula, parent) => {
      if (!isDisplay(node)) return formula(context, node, false);
      const set = formula(context, node, true);
      // A paragraph is split around it; a cell or heading cannot be.
      return parent?.type === 'paragraph' ? h('div.math', [set]) : set;
    },
    math: (_state, node: Formula) => h('div.math', [formula(context, node, true)]),
  };
}

/** Whether a formula in a text asks for a line of its own. */
function isDisplay({ data }: Formula): boolean {
  const className = data?.hProperties?.['className'];
  return Array.isArray(className) && className.includes('math-display');
}

// Commands and labels are those of the note, whatever embeds it.
const pages = new WeakMap<Rendering, Map<string, FormulaPage>>();

function pageOf({ rendering, entry }: RenderContext): FormulaPage {
  const { garden, sources } = rendering;
  const notes = pages.get(rendering) ?? new Map<string, FormulaPage>();
  pages.set(rendering, notes);
  const known = notes.get(entry.id);
  if (known !== undefined) return known;
  const page = new FormulaPage(
    garden.policy.macros ?? {},
    tagsOf(sources.body(entry.note.path)),
    sources.formulas,
  );
  const { preamble = '' } = garden.vaults.find(({ root }) => root === entry.note.vault) ?? {};
  for (const definition of definitionsIn(preamble)) page.set(definition, false);
  notes.set(entry.id, page);
  return page;
}

function tagsOf(body: Root): EquationTags {
  const sources: string[] = [];
  visit(body, (node) => {
    if (node.type === 'math' || node.type === 'inlineMath') sources.push(node.value);
  });
  return equationTags(sources);
}

/** Diagnostic: `invalid-formula`, at the line of the fault, on the page of its own note. */
function formula(context: RenderContext, node: Formula, display: boolean): ElementContent {
  const source = node.value;
  const set = pageOf(context).set(source, display);
  if (typeof set === 'string') {
    context.rendering.formulas.push(set);
    const markdown = { type: display ? 'math' : 'inlineMath', value: source } as const;
    const value = scrollable(set, display, context.rendering.texts.formula);
    return { type: 'raw', value, data: { source, markdown: [markdown] } };
  }
  if (context.trail.length === 1) report(context, node, set.message);
  const title = fillIn(context.rendering.texts.mathError, { message: set.message });
  return h('code.math-error', { title }, source);
}

/** A formula that may be wider than a phone scrolls in itself, which needs a tab stop with a name. */
function scrollable(html: string, display: boolean, label: string): string {
  if (!isWideFormula(html, display)) return html;
  const attributes = `tabindex="0" role="group" aria-label="${escapeHtml(label)}"`;
  const head = '<span class="katex-display"';
  return html.startsWith(head)
    ? html.replace(head, `${head} ${attributes}`)
    : `<span class="math-wide" ${attributes}>${html}</span>`;
}

function report(context: RenderContext, node: Formula, fault: string): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const reason = fault.replace(/^KaTeX parse error:\s*/, '').replace(/ at position \d+.*$/s, '');
  context.rendering.diagnostics.push({
    code: 'invalid-formula',
    path: context.entry.note.path,
    line,
    column,
    message: `A formula cannot be set: ${reason.replace(/\.?$/, '.')}`,
    hint: 'Correct it, or name the command under “macros” in garden.yaml.',
  });
}
