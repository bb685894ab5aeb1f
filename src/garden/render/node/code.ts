/** Highlighted code blocks, and diagrams. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import type { RenderContext } from '../render-context.ts';
import { diagramNode } from './diagrams.ts';

export function codeHandlers(context: RenderContext): Handlers {
  return {
    code: (_state, node: Code) => {
      const diagram = node.data?.diagram;
      return diagram === undefined
        ? codeBlock(context, node)
        : diagramNode(context, diagram, node.value);
    },
  };
}

function codeBlock(context: RenderContext, node: Code): ElementContent {
  const language = (node.lang ?? '').replace(/[\s{,:].*$/s, '');
  const html = context.rendering.sources.highlighter.highlight(node.value, language);
  if (html === null) {
    const code = h('code', node.value);
    return h('pre.shiki', { tabIndex: 0, dataLanguage: language || undefined }, [code]);
  }
  const markdown: Code = { type: 'code', lang: language, value: node.value };
  const data = { text: node.value, markdown: [markdown] };
  const value = html.replace(
    '<pre ',
    `<pre data-language="${language.replace(/[^\w+#./-]/g, '')}" `,
  );
  return { type: 'raw', value, data };
}
