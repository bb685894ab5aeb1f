/**
 * Tags of template languages that blogs' programs ran in notes: Liquid (Jekyll), Hexo's tags, Hugo's
 * shortcodes. Nothing runs them here: each is reported where it stands, with what to write for it.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ObsidianDraft } from '../obsidian-draft.ts';
import type { Cut } from './comments.ts';
import { hintForOutput, hintForTag } from './template-hints.ts';
import { templateTags } from './template-words.ts';

interface FoundTag {
  readonly offset: number;
  readonly source: string;
  /** Name and arguments, or the expression of an output. */
  readonly inside: string;
  readonly kind: 'tag' | 'shortcode' | 'output';
}

/** `{% … %}` in a line, `{{< … >}}` and `{{% … %}}` in a few, `{{ … }}` in a line. */
const anyTag =
  /\{%-?\s*(?<tag>[^\n]{1,500}?)-?%\}|\{\{[<%](?<code>[\s\S]{1,1000}?)[>%]\}\}|\{\{-?(?<output>[^{}\n]{1,300})\}\}/gu;

/** Objects of Liquid and Hexo, and filters: what else stands in two brackets is text. */
const output =
  /^\s*(?:(?:site|page|post|layout|theme|paginator|forloop|jekyll|include)\.[\w.[\]'"-]+|content)\s*(?:\||$)|\|\s*(?:relative_url|absolute_url|markdownify|date_to_\w+|date:|jsonify|slugify|strip_html|escape|append:|prepend:|where:|default:)/u;

/** Tags whose content is shown as it is: no tag in it is one. */
const verbatim = new Set('raw highlight codeblock code comment include_code mermaid'.split(' '));

/** Reports the tags in a note: `template-tag`. Code, formulas and what is hidden hold none. */
export function reportTemplateTags(root: Root, cuts: readonly Cut[], draft: ObsidianDraft): void {
  const { source } = draft;
  if (!/\{[%{]/u.test(source)) return;
  const skipped = [...cuts, ...verbatimRanges(root)];
  const isSkipped = (at: number) => skipped.some(({ start, end }) => at >= start && at < end);
  for (const { offset, source: written, inside, kind } of tagsIn(source, isSkipped)) {
    const before = source.slice(Math.max(0, offset - 300), offset);
    const hint = kind === 'output' ? hintForOutput(inside) : hintForTag(inside, before);
    const shown = written.replace(/\s+/gu, ' ');
    const brief = shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
    const message = `${brief} is a tag of ${programs[kind]}: it is shown as it is written.`;
    draft.report('template-tag', draft.positionAt(offset), message, hint);
  }
}

const programs = {
  tag: 'Jekyll or Hexo',
  shortcode: 'Hugo',
  output: 'Jekyll or Hexo',
} as const;

/** The tags in the order of the text, without ends and what stands between tags that show it as it is. */
function tagsIn(source: string, isSkipped: (at: number) => boolean): FoundTag[] {
  const ends = new Set([...source.matchAll(/\{%-?\s*end(\w+)/gu)].map(([, name = '']) => name));
  const found: FoundTag[] = [];
  let from = 0;
  for (const match of source.matchAll(anyTag)) {
    const { index: offset } = match;
    if (offset < from || isSkipped(offset) || isInCode(source, offset)) continue;
    const tag = readTag(match, ends);
    if (tag === null) continue;
    found.push(tag);
    const name = nameIn(tag.inside);
    if (tag.kind !== 'output' && verbatim.has(name)) from = endOf(source, offset, name);
  }
  return found;
}

function nameIn(inside: string): string {
  return /^[a-z][\w/.-]*/iu.exec(inside)?.[0] ?? '';
}

/** Null for what is text: `{{ x }}` of a template that nobody ran, the end of a tag, an escaped one. */
function readTag(match: RegExpExecArray, ends: ReadonlySet<string>): FoundTag | null {
  const { index: offset, 0: source, groups = {} } = match;
  const { tag, code, output: value = '' } = groups;
  const inside = (tag ?? code ?? value).replace(/^-|-$|\/$/gu, '').trim();
  const name = nameIn(inside);
  if (tag !== undefined) {
    const isKnown = templateTags.has(name) || ends.has(name);
    return isKnown && !isPart(name) ? { offset, source, inside, kind: 'tag' } : null;
  }
  if (code !== undefined) return name === '' ? null : { offset, source, inside, kind: 'shortcode' };
  return output.test(inside) ? { offset, source, inside, kind: 'output' } : null;
}

/** `{% endif %}`, `{% else %}`: parts of what another tag began. */
function isPart(name: string): boolean {
  return /^(?:end[a-z_]*|else|elsif|elseif|when)$/iu.test(name) && !templateTags.has(name);
}

/** Where a tag's content ends; the tag itself where nothing ends it. */
function endOf(source: string, offset: number, name: string): number {
  const end = new RegExp(
    `\\{%-?\\s*end${name}\\s*-?%\\}|\\{\\{[<%]\\s*/${name}\\s*[>%]\\}\\}`,
    'gu',
  );
  end.lastIndex = offset;
  const match = end.exec(source);
  return match ? match.index : offset + 1;
}

/** Whether an index is in `<code>` or `<pre>` of HTML within a line. */
function isInCode(source: string, offset: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /<(code|pre|kbd|samp)\b[^>]*>(?:(?!<\/\1>).)*$/iu.test(line);
}

/** Where the tree has code, formulas and HTML that holds code. */
function verbatimRanges(root: Root): Cut[] {
  const ranges: Cut[] = [];
  visit(root, (node) => {
    const isCode = /^(?:code|inlineCode|math|inlineMath)$/u.test(node.type);
    const isHtmlCode =
      node.type === 'html' && /<(?:pre|code|script|style|template|!--)/iu.test(node.value);
    const { start, end } = node.position ?? {};
    if ((!isCode && !isHtmlCode) || start?.offset === undefined || end?.offset === undefined)
      return;
    ranges.push({ start: start.offset, end: end.offset });
  });
  return ranges;
}
