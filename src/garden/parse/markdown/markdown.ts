/**
 * Markdown as both programs write it, read into one tree: CommonMark, GFM, formulas, wiki links and
 * highlights. Nothing is looked up or interpreted: the meaning of a name, a tag or a quote is left
 * to the dialects.
 */
import type { Root, RootContent } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Parent } from 'unist';
import { visitParents } from '../../walk.ts';
import { findExcess, noticeExcess, withoutExcess } from './budget.ts';
import './edit-events.ts';
import { mathSyntax } from './formula/math.ts';
import { highlightFromMarkdown, markSyntax } from './highlight.ts';
import { breakLines } from './line-breaks.ts';
import { readMdxParts } from './mdx/mdx-parts.ts';
import { mdxSyntax } from './mdx/mdx-syntax.ts';
import { seekAddresses } from './seek-addresses.ts';
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
  /** Whether elements, expressions and statements of MDX are read, as `mdxPart` nodes. */
  readonly mdx?: boolean;
}

/**
 * Reads Markdown into mdast with exact positions. Besides the nodes of CommonMark, GFM and remark-math
 * there are `wikiLink` (`value`: the text in the brackets; `embed`: whether '!' precedes them) and
 * `highlight`. `html` nodes are left for the renderer to sanitise. A
 * Markdown link never holds a wiki link: it is split around it. Notices of the kind `too-large` stand
 * in for parts that cost more than a note may. With `mdx` it throws a VFileMessage, with `line` and `column`,
 * where elements or expressions do not end.
 */
export function readMarkdown(source: string, options: MarkdownOptions): Root {
  const excess = findExcess(source);
  if (excess.length === 0) return readAll(source, options);
  const root = readAll(withoutExcess(source, excess), options);
  noticeExcess(root, excess);
  return root;
}

function readAll(source: string, options: MarkdownOptions): Root {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(seekAddresses, source)
    .use(remarkMath)
    .use(wikiLinks, options.syntax)
    .use(garden, options.syntax, source);
  if (options.mdx) processor.use(mdxSyntax, source);
  const root = processor.parse(source);
  if (options.mdx) readMdxParts(root);
  readWikiLinks(root, source);
  // Most notes have no formula, and need not be walked for them.
  if (source.includes('$')) {
    displayFormulas(root, source);
    unescapeBars(root);
  }
  if (options.breaks) breakLines(root);
  return root;
}

/** Marks `$$x$$` inside a paragraph for a line of its own, as both programs show it. */
function displayFormulas(root: Root, source: string): void {
  forFormulasIn(root, (node) => {
    if (!source.startsWith('$$', node.position?.start.offset)) return;
    node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } };
  });
}

/** `\|` in a cell is a bar, in formulas too (GFM 4.10, example 200). */
function unescapeBars(root: Root): void {
  visitParents(root, (parent) => {
    if (parent.type !== 'tableCell') return;
    forFormulasIn(parent, (node) => {
      node.value = node.value.replaceAll('\\|', '|');
      node.data = { ...node.data, hChildren: [{ type: 'text', value: node.value }] };
    });
  });
}

function forFormulasIn(root: Parent, change: (formula: InlineMath) => void): void {
  visitParents(root, ({ children }) => {
    for (const node of children as RootContent[]) if (node.type === 'inlineMath') change(node);
  });
}

function garden(this: Processor, syntax: Syntax, source: string): void {
  const absent = syntax === 'logseq' ? ['codeIndented', 'setextUnderline'] : [];
  const data = this.data();
  data.micromarkExtensions?.push(cjkFriendlyExtension(), markSyntax(syntax));
  data.micromarkExtensions?.push(mathSyntax(source), webAddressSyntax());
  data.micromarkExtensions?.push({ disable: { null: absent } });
  data.fromMarkdownExtensions?.push(highlightFromMarkdown, escapesFromMarkdown);
}
