/** No word of a page is lost in its Markdown, as any reader of Markdown reads it. */

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { readNotesFolder } from '../../../import/read-vaults.ts';
import type { Note } from '../../note.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { policy } from '../../resolve/fixtures/notes.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { highlighter } from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';
import { pageMarkdown } from './page-markdown.ts';

const folder = await readNotesFolder('notes');
const bodies = new Map<string, Root>();
const notes = folder.sources.map((source): Note => {
  const { note, body } = parseNote(source, source.vault);
  bodies.set(source.path, body);
  return note;
});
const everything = { ...policy, publish: 'all' } as const;
const garden = resolveGarden(notes, folder.assets, folder.vaults, everything);
const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** Letters and digits of what a reader sees in this Markdown. */
function lettersOf(markdown: string): string {
  const parts: string[] = [];
  visit(reader.parse(markdown), (node) => {
    if ('value' in node && node.type !== 'html') parts.push(node.value);
    if (node.type === 'image') parts.push(node.alt ?? '');
  });
  return letters(parts.join(''));
}

function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

test.each([...garden.notes.keys()])('%s', (id) => {
  const { page, markdown } = renderNote(garden, id, {
    body: (path) => bodies.get(path) ?? { type: 'root', children: [] },
    drawing: () => ({ kind: 'failed', message: 'Nothing is drawn here.', line: null }),
    highlighter,
    copy: pageMarkdown,
  });
  const shown = lettersOf(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const lines = page.search.flatMap(({ heading, text }) => [heading, ...text.split('\n')]);
  expect(lines.filter((line) => !shown.includes(letters(line)))).toEqual([]);
  expect(markdown).not.toMatch(/&#x[0-9A-F]+;/i);
});
