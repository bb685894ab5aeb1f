/**
 * No text is lost: the words of a note's source, outside the parts that Obsidian hides, stand on the
 * page in their order, and what it hides does not.
 */
import { expect, test } from 'vitest';
import { createHighlighter } from '../../../draw/code/highlighter.ts';
import { renderNote } from '../../render/render-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { parseObsidianNote } from './parse-obsidian-note.ts';
import { readObsidianVault } from './vault/vault.ts';

const vault = readObsidianVault('', { app: null, publish: null }, []);
const policy = {
  publish: 'vault',
  base: '/',
  lang: 'en',
  collapsed: 'open',
  embedDepth: 2,
  url: 'https://a.example',
} as const;
const highlighter = await createHighlighter();

function htmlOf(source: string): string {
  const { note, body } = parseObsidianNote({ path: 'Example.md', source }, vault);
  const garden = resolveGarden([note], [], [vault], policy);
  const drawing = () => ({ kind: 'failed', message: '', line: null }) as const;
  return renderNote(garden, 'example', { body: () => body, drawing, highlighter, copy: null }).page
    .html;
}

const notes = [
  'Plain words, *some leaning*, **some heavy**, ***both***, ~~struck~~, ==marked== and `code`.',
  '# First\n\nbefore\n## Second #tagged\nafter a line\nand a second one\n\nSetext\n======\n\nend',
  'See [[Nobody]], [[Nobody|the label]], [text](Nobody.md) and https://example.org/ at once.',
  '中文**加粗**文字，[[没有]]、==高亮==和#标签 之后的字。',
  '- one\n- two\n  - three\n    more of three\n\n  still two\n- [ ] open\n- [x] done\n- [/] half\n\n1. first\n2. second',
  '> quoted\n> > deeper\n\n> [!tip] Titled **heavy**\n> inside\n> - a list\n> > [!note]- Folded\n> > within\n\nend',
  '| head | other |\n|---|:-:|\n| cell | [[Nobody\\|piped]] |\n| **two** | `a \\| b` |\n\nend',
  '```js\nconst kept = 1;\n```\n\n~~~\nbare fence\n~~~\n\n    indented code\n\nend',
  'Shown %%gone%% again.\n\n%%\ngone altogether\n%%\n\nLast <!-- gone --> word.',
  'A note[^1] and an inline ^[said here] one.\n\nend\n\n[^1]: told below',
  'A line ^block-id\n\nAnother line with 5 ^ 3 and a_b_c and 2 * 3 * 4.\n\nend',
  'Half **open, [[half, ==half, %half, `half and $half.\n\n> [!\n\nend',
  'Costs $5 and $6, snake_case, <b>bold</b>, C:\\path, a < b > c & d.\n\nend',
  'Term [field:: value] here\n\nkey:: worth\n\nend',
  'para\n---\npara two\n***\nend',
] as const;

/** What Obsidian shows nothing of, or in other words. */
const hidden: readonly RegExp[] = [
  /%%[^%]*%%/g,
  /<!--.*?-->/g,
  /\]\([^)]*\)/g,
  /\[\[[^[\]|]*\|/g,
  /\[\^\d+\]:?/g,
  / \^[\w-]+$/gm,
  /^[\t >]*\[!\w+\]/gm,
  /\[[ x/]\]/g,
  /^\d+\. /gm,
  /<\/?b>/g,
  /^(?:```|~~~).*$/gm,
];

function wordsOfSource(source: string): string[] {
  return words(hidden.reduce((text, pattern) => text.replace(pattern, ' '), source));
}

function wordsOfPage(html: string): string[] {
  return words(html.replace(/<[^>]*>/g, ' '));
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that do not follow those before them on the page; footnotes stand at its end. */
function missing(wanted: readonly string[], found: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((word) => {
    const at = found.indexOf(word, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

test.each(notes)('%j: every word is on the page', (source) => {
  const found = wordsOfPage(htmlOf(source));
  const wanted = wordsOfSource(source);
  const lost = source.includes('[^1]')
    ? wanted.filter((word) => !found.includes(word))
    : missing(wanted, found);
  expect(lost).toEqual([]);
  expect(found).not.toContain('gone');
});
