import type { Node, Parent } from 'unist';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';
import type { Syntax } from './syntax.ts';

/** The tree in one line: type, then value or children. */
function outline(node: Node): string {
  const { value, embed } = node as { value?: string; embed?: boolean };
  const name = embed ? `${node.type}!` : node.type;
  if (value !== undefined) return node.type === 'text' ? `“${value}”` : `${name}(${value})`;
  if (!('children' in node)) return name;
  return `${name}[${(node as Parent).children.map(outline).join(' ')}]`;
}

/** Outline of the blocks; of a single paragraph, of what stands in it. */
function inline(source: string, syntax: Syntax = 'obsidian'): string {
  const { children } = readMarkdown(source, { syntax, breaks: true });
  const [first] = children;
  const nodes = children.length === 1 && first?.type === 'paragraph' ? first.children : children;
  return nodes.map(outline).join(' ');
}

describe('wiki links', () => {
  test.for([
    ['[[a]] and ![[b.png|300]]', 'wikiLink(a) “ and ” wikiLink!(b.png|300)'],
    ['[[a|*b*]]', 'wikiLink(a|*b*)'],
    ['[[a|]] [[a#b|]] [[|]]', 'wikiLink(a|) “ ” wikiLink(a#b|) “ [[|]]”'],
    ['[[ a ]]', 'wikiLink( a )'],
    ['[[a#h]] [[#h]] [[a^b]]', 'wikiLink(a#h) “ ” wikiLink(#h) “ ” wikiLink(a^b)'],
    ['[[a [b] c]]', 'wikiLink(a [b] c)'],
    ['[[a [b]]]', 'wikiLink(a [b])'],
    ['[[a]b]]', 'wikiLink(a]b)'],
    ['[[[a]]]', '“[” wikiLink(a) “]”'],
    ['[[a [[b]] c', '“[[a ” wikiLink(b) “ c”'],
    ['[[a `b`]]', 'wikiLink(a `b`)'],
    ['`[[a]]` \\[[b]]', 'inlineCode([[a]]) “ [[b]]”'],
    ['[[]] [[ ]]', '“[[]] [[ ]]”'],
    ['![a](b.png)', 'image'],
  ] as const)('reads %s', ([source, expected]) => {
    expect(inline(source)).toBe(expected);
  });

  test('keeps an escaped divider in a table', () => {
    expect(inline('| a |\n|---|\n| ![[p\\|9]] |')).toContain('tableCell[wikiLink!(p\\|9)]');
  });

  test('splits a Markdown link around a wiki link, but lets a picture be a link', () => {
    expect(inline('[x [[a]] y](http://b.c)')).toBe('link[“x ”] wikiLink(a) link[“ y”]');
    expect(inline('[![[a.png]]](http://b.c)')).toBe('link[wikiLink!(a.png)]');
  });

  test('nests references in Logseq only', () => {
    expect(inline('[[a [[b]] c]]', 'logseq')).toBe('wikiLink(a [[b]] c)');
    expect(inline('[[a [[b]] c]]')).toBe('“[[a ” wikiLink(b) “ c]]”');
  });

  test('knows the position of each', () => {
    const root = readMarkdown('a\n\n- b ![[c]]', { syntax: 'obsidian', breaks: true });
    const list = root.children[1] as Parent;
    const link = ((list.children[0] as Parent).children[0] as Parent).children[1];
    expect(link?.position).toEqual({
      start: { line: 3, column: 5, offset: 7 },
      end: { line: 3, column: 11, offset: 13 },
    });
  });
});

describe('formulas', () => {
  test.for([
    ['$x$ and $$y$$', 'inlineMath(x) “ and ” inlineMath(y)'],
    ['$5 and $6', '“$5 and $6”'],
    ['US$5/US$6 or $2,000–$3,000', '“US$5/US$6 or $2,000–$3,000”'],
    ['$a \\$ b$', 'inlineMath(a \\$ b)'],
    ['\\$a$', '“$a$”'],
    ['$$\nx\n$$', 'math(x)'],
    ['$$x$$', 'math(x)'],
    ['$$ x\n= y $$', 'math( x\n= y )'],
    ['> $$\n> x\n> $$', 'blockquote[math(x)]'],
    ['$$\nx\n- y', 'paragraph[“$$” break “x”] list[listItem[paragraph[“y”]]]'],
  ] as const)('reads %j', ([source, expected]) => {
    expect(inline(source)).toBe(expected);
  });
});

describe('emphasis', () => {
  test.for([
    ['==a== b ==c **d**==', 'highlight[“a”] “ b ” highlight[“c ” strong[“d”]]'],
    ['中文==“重点”==中文', '“中文” highlight[“重点”] “中文”'.replace('“重点”', '““重点””')],
    ['a == b == c ==== d', '“a == b == c ==== d”'],
    ['**“粗”**字', 'strong[““粗””] “字”'],
    ['~a~ ~~b~~', '“~a~ ” delete[“b”]'],
    ['^^a^^', '“^^a^^”'],
  ] as const)('reads %s', ([source, expected]) => {
    expect(inline(source)).toBe(expected);
  });

  test('reads carets as a highlight in Logseq', () => {
    expect(inline('^^a^^ ==b==', 'logseq')).toBe('highlight[“a”] “ ” highlight[“b”]');
  });
});

test('a single newline is a break where the vault says so', () => {
  expect(inline('a\nb')).toBe('“a” break “b”');
  const strict = readMarkdown('a\nb', { syntax: 'obsidian', breaks: false });
  expect(strict.children.map(outline)).toEqual(['paragraph[“a\nb”]']);
});

test('HTML stays as written', () => {
  expect(inline('a <b>[[c]]</b>')).toBe('“a ” html(<b>) wikiLink(c) html(</b>)');
});
