/**
 * Logseq's own parser as the oracle: the block tree and the references of our fixtures are what it
 * reads. It is a development tool only; nothing that is shipped imports it. Where we read a page
 * differently on purpose, the difference stands in `deviations`, with its reason.
 */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { Vault } from '../../note.ts';
import { oraclePages } from './fixtures/oracle-pages.ts';
import { logseqSyntax } from './fixtures/syntax.ts';
import { readOutline } from './outline/outline.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

interface Mldoc {
  parseJson(source: string, config: string): string;
}

const { Mldoc: mldoc } = createRequire(import.meta.url)('mldoc') as { Mldoc: Mldoc };

const config = JSON.stringify({
  toc: false,
  parse_outline_only: false,
  heading_number: false,
  keep_line_break: true,
  format: 'Markdown',
  heading_to_list: false,
  exporting_keep_properties: false,
  inline_type_with_pos: false,
  inline_skip_macro: false,
  export_md_indent_style: 'dashes',
  export_md_remove_options: [],
  hiccup_in_block: true,
});

/** No journal format reads a name here, so that names stay as they are written. */
const vault: Vault = { ...readLogseqVault('', '{}', []), journalFormats: [] };

interface OracleBlock {
  readonly level: number;
  readonly bulleted: boolean;
  readonly references: readonly string[];
}

interface Deviation {
  readonly reason: string;
  readonly source: string;
  readonly logseq: readonly string[];
  readonly ours: readonly string[];
}

const uuid = '6543a8e0-1111-4222-8333-444455556666';

const deviations: readonly Deviation[] = [
  {
    reason: 'a tag ends at Chinese punctuation, which no author means to be part of it',
    source: '- #标签，后面',
    logseq: ['#标签，后面'],
    ours: ['#标签'],
  },
  {
    reason: 'a tag ends at a closing bracket',
    source: '- (#tag) and #a]',
    logseq: ['#a]', '#tag)'],
    ours: ['#a', '#tag'],
  },
  {
    reason: 'a tag ends where HTML, code or emphasis begins',
    source: '- #tag<br> #b`c`',
    logseq: ['#b`c`', '#tag<br>'],
    ours: ['#b', '#tag'],
  },
  {
    reason: 'numbers and hex colours are no tags',
    source: '- #12 #fff #a1b2c3 #tag',
    logseq: ['#12', '#a1b2c3', '#fff', '#tag'],
    ours: ['#tag'],
  },
  {
    reason: 'the wrap plugin colours with a page reference that names no page',
    source: '- [[$red]]==x== [[#blue]]==y==',
    logseq: ['#blue', '$red'],
    ours: [],
  },
  {
    reason: '`[[a|b]]` without blanks is what an Obsidian user means by it',
    source: '- [[page|label]]',
    logseq: ['page|label'],
    ours: ['page'],
  },
  {
    reason: 'what is no uuid in `((…))` is text, in Logseq an invalid reference',
    source: `- ((C)) ((${uuid}))`,
    logseq: [`((${uuid}))`, '((c))'],
    ours: [`((${uuid}))`],
  },
  {
    reason: '`#card` says that a block is a flashcard and is no tag of the page',
    source: '- question #card',
    logseq: ['#card'],
    ours: [],
  },
  {
    reason: 'names in `tags::` count without brackets too: mldoc leaves them to the graph parser',
    source: 'tags:: a, [[b]]，c\n\n- x',
    logseq: ['b'],
    ours: ['a', 'b', 'c'],
  },
  {
    reason: 'an alias is another name of the page itself, not a reference',
    source: 'alias:: [[b]]\n\n- x',
    logseq: ['b'],
    ours: [],
  },
  {
    reason: 'a datalog query is read as text by mldoc, and not counted by Logseq',
    source: '- #+BEGIN_QUERY\n  {:query [[a]]}\n  #+END_QUERY',
    logseq: ['a'],
    ours: [],
  },
  {
    reason: 'a bar inside a reference does not cut a table cell',
    source: '- | [[a|b]] | c |',
    logseq: [],
    ours: ['a'],
  },
  {
    reason: 'an address ends at brackets, so that a reference behind it counts',
    source: '- https://example.org/a[[b]]',
    logseq: [],
    ours: ['b'],
  },
];

/** Pages whose tree differs: a heading line ends the quote or list above it; mldoc takes it in. */
const treeDeviations = ['- > quote\n## Heading', '* item\n  # Heading'];

test.each([...oraclePages, ...logseqSyntax])(
  '$what: the same blocks as in Logseq',
  ({ source }) => {
    const lines = source.split('\n').map((text, index) => ({ text, line: index + 1, column: 1 }));
    const ours = readOutline(lines).blocks.map(({ level, bulleted }) => ({ level, bulleted }));
    const theirs = oracleBlocks(source).map(({ level, bulleted }) => ({ level, bulleted }));
    expect(ours).toEqual(theirs);
  },
);

test.each(oraclePages)('$what: the same references as in Logseq', ({ source }) => {
  expect(ourReferences(source)).toEqual(oracleReferences(source));
});

test.each(deviations)('on purpose not as in Logseq: $reason', ({ source, logseq, ours }) => {
  expect(oracleReferences(source)).toEqual(logseq);
  expect(ourReferences(source)).toEqual(ours);
});

test.each(treeDeviations)('on purpose not as in Logseq: %j has a heading block', (source) => {
  const lines = source.split('\n').map((text, index) => ({ text, line: index + 1, column: 1 }));
  expect(oracleBlocks(source).length).toBe(readOutline(lines).blocks.length - 1);
});

function ourReferences(source: string): string[] {
  const { note } = parseLogseqNote({ path: 'pages/Example.md', source }, vault);
  const counted = note.links.filter((link) => !link.uncounted && link.by !== 'path');
  return counted
    .filter(({ kind }) => kind !== 'diagram')
    .map((link) => {
      if (link.anchor?.kind === 'block') return `((${link.anchor.id}))`;
      return /^#(?!\[\[)/.test(link.source) ? `#${link.name}` : link.name;
    })
    .sort();
}

function oracleReferences(source: string): string[] {
  return [
    ...oracleReading(source).before,
    ...oracleBlocks(source).flatMap((b) => b.references),
  ].sort();
}

function oracleBlocks(source: string): OracleBlock[] {
  return oracleReading(source).blocks;
}

function oracleReading(source: string): { before: string[]; blocks: OracleBlock[] } {
  const before: string[] = [];
  const blocks: (OracleBlock & { references: string[] })[] = [];
  for (const [node] of JSON.parse(mldoc.parseJson(source, config)) as [[string, unknown]][]) {
    if (node[0] !== 'Heading') (blocks.at(-1)?.references ?? before).push(...references(node));
    else {
      const { level, unordered, title } = node[1] as {
        level: number;
        unordered: boolean;
        title: unknown;
      };
      blocks.push({ level, bulleted: unordered, references: references(title) });
    }
  }
  return { before, blocks };
}

const verbatim = new Set(
  'Src Example Code Latex_Fragment Displayed_Math Latex_Environment Raw_Html Inline_Html Hiccup Inline_Hiccup Drawer'.split(
    ' ',
  ),
);

/** References as Logseq collects them from mldoc's tree: links, tags, embeds; nothing verbatim. */
function references(node: unknown): string[] {
  if (!Array.isArray(node)) return referencesOfRecord(node);
  const [kind, argument] = node as [unknown, unknown];
  if (typeof kind === 'string' && verbatim.has(kind)) return [];
  if (kind === 'Tag') return tagReference(argument);
  if (kind === 'Nested_link') return nestedReferences(argument as NestedLink);
  if (kind === 'Macro') return macroReference(argument as { name: string; arguments: string[] });
  return node.flatMap(references);
}

function referencesOfRecord(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  if ('url' in node && Array.isArray(node.url)) {
    const [kind, target] = node.url as [string, string];
    if (kind === 'Page_ref') return [target.trim()];
    return kind === 'Block_ref' ? [`((${target.toLowerCase()}))`] : [];
  }
  return Object.values(node).flatMap(references);
}

function tagReference(parts: unknown): string[] {
  const inside = references(parts);
  if (inside.length > 0) return inside.slice(0, 1);
  return [`#${(parts as [string, string][]).map(([, text]) => text).join('')}`];
}

interface NestedLink {
  readonly content: string;
  readonly children: readonly [string, NestedLink][];
}

function nestedReferences({ content, children }: NestedLink): string[] {
  const nested = children.filter(([kind]) => kind === 'Nested_link');
  return [content.slice(2, -2).trim(), ...nested.flatMap(([, link]) => nestedReferences(link))];
}

function macroReference(macro: { name: string; arguments: string[] }): string[] {
  if (macro.name !== 'embed') return [];
  const target = macro.arguments.join(', ').trim();
  return [target.startsWith('((') ? target.toLowerCase() : target.replace(/^\[\[(.*)\]\]$/, '$1')];
}
