/** Highlighted code blocks, and diagrams. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code, InlineCode } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import { publicWords } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';
import { type CodeOptions, codeOptions } from './code-options.ts';
import { diagramNode } from './diagrams.ts';

export function codeHandlers(context: RenderContext): Handlers {
  return {
    inlineCode: (state, node: InlineCode) => {
      if (node.data?.macro !== true) return defaultHandlers.inlineCode(state, node);
      return h('code', publicWords(context, node.value));
    },
    code: (_state, node: Code) => {
      const diagram = node.data?.diagram;
      return diagram === undefined
        ? codeBlock(context, node)
        : diagramNode(context, diagram, node.value);
    },
  };
}

/** The code, below its title if it has one. */
function codeBlock(context: RenderContext, node: Code): ElementContent {
  const info = node.lang ?? '';
  const language = info.replace(/[\s{,:].*$/s, '');
  const options = codeOptions(`${info.slice(language.length)} ${node.meta ?? ''}`);
  const shown = { ...node, meta: publicWords(context, node.meta) };
  const code = codeElement(context, shown, language, options);
  if (options.title === '') return code;
  return h('figure.code', [h('figcaption', publicWords(context, options.title)), code]);
}

function codeElement(
  context: RenderContext,
  node: Code,
  language: string,
  { marks, firstLine, wraps }: CodeOptions,
): ElementContent {
  const html = context.rendering.sources.highlighter.highlight(node.value, language, marks);
  const isNumbered = firstLine !== null;
  const start = (firstLine ?? 1) - 1;
  if (html === null) {
    const properties = {
      ...{ tabIndex: 0, dataLanguage: language || undefined },
      ...{ dataWraps: wraps ? '' : undefined, dataNumbered: isNumbered ? '' : undefined },
    };
    const code = h('code', isNumbered ? linesOf(node.value) : node.value);
    if (start !== 0) code.properties['style'] = lineStart(start);
    return h('pre.shiki', properties, [code]);
  }
  const markdown: Code = { type: 'code', lang: language, meta: node.meta, value: node.value };
  const data = { text: node.value, markdown: [markdown] };
  const attributes =
    `data-language="${language.replace(/[^\w+#./-]/g, '')}"` +
    `${wraps ? ' data-wraps' : ''}${isNumbered ? ' data-numbered' : ''}`;
  const value = html
    .replace('<pre ', `<pre ${attributes} `)
    .replace('<code>', start === 0 ? '<code>' : `<code style="${lineStart(start)}">`);
  return { type: 'raw', value, data };
}

function lineStart(start: number): string {
  return `counter-reset:line ${start}`;
}

/** Lines as the highlighter makes them. */
function linesOf(code: string): ElementContent[] {
  return code
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: '\n' }]),
      h('span.line', line),
    ]);
}
