/** Formula nodes as remark-math makes them, so that formulas of every dialect are rendered alike. */
import type { BlockContent, PhrasingContent } from 'mdast';
import type {} from 'remark-math';

/** A formula in a paragraph; `display` asks for a line of its own, which its class says. */
export function inlineFormula(value: string, display: boolean): PhrasingContent {
  const className = ['language-math', display ? 'math-display' : 'math-inline'];
  const hChildren = [{ type: 'text' as const, value }];
  return {
    type: 'inlineMath',
    value,
    data: { hName: 'code', hProperties: { className }, hChildren },
  };
}

/** A formula between paragraphs. */
export function displayFormula(value: string): BlockContent {
  const properties = { className: ['language-math', 'math-display'] };
  const children = [{ type: 'text' as const, value }];
  const code = { type: 'element' as const, tagName: 'code', properties, children };
  return { type: 'math', meta: null, value, data: { hName: 'pre', hChildren: [code] } };
}

/** The value of a formula in a paragraph that asks for a line of its own, or null. */
export function displayValue(node: PhrasingContent): string | null {
  if (node.type !== 'inlineMath') return null;
  const className = node.data?.hProperties?.['className'];
  return Array.isArray(className) && className.includes('math-display') ? node.value : null;
}
