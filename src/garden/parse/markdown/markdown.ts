/**
 * Markdown as both programs write it, read into one tree: CommonMark, GFM, formulas, wiki links and
 * highlights. Nothing is looked up or interpreted: the meaning of a name, a tag or a quote is left
 * to the dialects.
 */
import type { Root } from 'mdast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { mathSyntax } from './formula/math.ts';
import { highlightFromMarkdown, highlightSyntax } from './highlight.ts';
import { breakLines } from './line-breaks.ts';
import type { Syntax } from './syntax.ts';
import { escapesFromMarkdown } from './text.ts';
import { webAddressSyntax } from './web-address.ts';
import { readWikiLinks } from './wiki-link/read-wiki-links.ts';
import { wikiLinks } from './wiki-link/wiki-link.ts';

export interface MarkdownOptions {
  /** Logseq has `^^marked^^` and nested references, but no indented code and no underlined headings. */
  readonly syntax: Syntax;
  /** Whether a single newline in a paragraph is a visible break. */
  readonly breaks: boolean;
}

/**
 * Reads Markdown into mdast with exact positions. Besides the nodes of CommonMark, GFM and remark-math
 * there are `wikiLink` (`value`: the text in the brackets; `embed`: whether '!' precedes them) and
 * `highlight`. `html` nodes are left for the renderer to sanitise. A
 * Markdown link never holds a wiki link: it is split around it.
 */
export function readMarkdown(source: string, options: MarkdownOptions): Root {
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkMath)
    .use(wikiLinks, options.syntax)
    .use(garden, options.syntax, source)
    .parse(source);
  readWikiLinks(root, source);
  displayFormulas(root, source);
  if (options.breaks) breakLines(root);
  return root;
}

/** `$$x$$` inside a paragraph is shown on a line of its own, as both programs do. */
function displayFormulas(root: Root, source: string): void {
  visit(root, 'inlineMath', (node) => {
    if (!source.startsWith('$$', node.position?.start.offset)) return;
    node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } };
  });
}

function garden(this: Processor, syntax: Syntax, source: string): void {
  const absent = syntax === 'logseq' ? ['codeIndented', 'setextUnderline'] : [];
  const data = this.data();
  data.micromarkExtensions?.push(cjkFriendlyExtension(), highlightSyntax(syntax));
  data.micromarkExtensions?.push(mathSyntax(source), webAddressSyntax());
  data.micromarkExtensions?.push({ disable: { null: absent } });
  data.fromMarkdownExtensions?.push(highlightFromMarkdown, escapesFromMarkdown);
}
