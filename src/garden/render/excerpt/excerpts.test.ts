import { expect, test } from 'vitest';
import type { Policy } from '../../garden.ts';
import type { NoteExcerpts } from '../../page.ts';
import { readLogseqVault } from '../../parse/logseq/vault/vault.ts';
import { readObsidianVault } from '../../parse/obsidian/vault/vault.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { type ShownReferences, shownReferences } from '../../references.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { highlighter } from '../fixtures/hand-made.ts';
import { backlinkGroups } from '../page/references.ts';
import { renderNote } from '../render-note.ts';

const config = '{:publishing/all-pages-public? true :file/name-format :triple-lowbar}';
const vaults = {
  logseq: readLogseqVault('', config, []),
  obsidian: readObsidianVault('', { app: null, publish: null }, []),
} as const;
const policy: Policy = {
  ...{ publish: 'all', url: '', base: '/', lang: 'en', collapsed: 'open', embedDepth: 2 },
};

/** The references to the note `id` in a vault of these files. */
function referencesTo(
  id: string,
  program: keyof typeof vaults,
  files: Readonly<Record<string, string>>,
): ShownReferences[] {
  const vault = vaults[program];
  const parsed = Object.entries(files).map(([path, source]) => parseNote({ path, source }, vault));
  const bodies = new Map(parsed.map(({ note, body }) => [note.path, body]));
  const notes = parsed.map(({ note }) => note);
  const garden = resolveGarden(notes, [], [vault], policy);
  const excerptsOf = (from: string): NoteExcerpts | null => {
    return renderNote(garden, from, {
      body: (path) => bodies.get(path) ?? { type: 'root', children: [] },
      drawing: () => ({ kind: 'failed', message: 'Not drawn.', line: null }),
      highlighter,
      copy: null,
    }).excerpts;
  };
  const backlinks = (garden.notes.get(id) ?? garden.ghosts.get(id))?.backlinks ?? [];
  return backlinkGroups(garden, backlinks, id).map((group) =>
    shownReferences(group, excerptsOf(group.id)),
  );
}

function words(html: string): string {
  return html.replace(/<annotation.*?<\/annotation>/gs, '').replace(/<[^>]*>/g, ' ');
}

/** What a reader sees of references: breadcrumb | content | blocks below. */
function seen(references: readonly ShownReferences[]): string[] {
  return references.flatMap(({ title, excerpts }) => {
    return [
      title,
      ...excerpts.map(({ above, html, below }) => {
        const path = above.map((block) => words(block.html)).join(' > ');
        return [path, words(html), words(below)]
          .map((text) => text.replace(/\s+/g, ' ').trim())
          .join(' | ')
          .replace(/^ \| | \| $/g, '');
      }),
    ];
  });
}

test('a reference in an outline has the blocks above and below, newest journal first', () => {
  const files = {
    'journals/2026_03_02.md': '- Reading\n\t- [[Topic]]\n\t\t- on Monday\n\t\t- a second thing',
    'journals/2026_03_03.md': '- [[Topic]]\n\t- on Tuesday',
    'pages/Topic.md': '- body',
  };
  expect(seen(referencesTo('topic', 'logseq', files))).toEqual([
    'Mar 3rd, 2026',
    'Topic | on Tuesday',
    'Mar 2nd, 2026',
    'Reading | Topic | on Monday a second thing',
  ]);
});

test('a block is shown as in its note: formulas, code and emphasis', () => {
  const source = '- The [[Gain]] is $\\frac{a}{b}$, see `[[x]]` and **bold**';
  const [first] = referencesTo('gain', 'logseq', { 'pages/P.md': source, 'pages/Gain.md': '- g' });
  const html = first?.excerpts[0]?.html ?? '';
  expect(html).toContain('<mfrac>');
  expect(html).toContain('<code>[[x]]</code> and <strong>bold</strong>');
  expect(words(html)).not.toContain('frac');
});

test('a block that refers twice is shown once, and not again below the block above it', () => {
  const source = '- [[Topic]] and again [[topic]]\n\t- below, [[Topic]] too';
  const files = { 'pages/P.md': source, 'pages/Topic.md': '- t' };
  expect(seen(referencesTo('topic', 'logseq', files))).toEqual([
    'P',
    'Topic and again topic | below, Topic too',
  ]);
});

test('a reference that says nothing but the page’s name is left out', () => {
  const files = { 'pages/P.md': '- [[Topic]]', 'pages/Topic.md': '- t' };
  expect(seen(referencesTo('topic', 'logseq', files))).toEqual(['P']);
});

test('references in properties are told by their key', () => {
  const files = { 'pages/P.md': 'type:: [[Kind]]\n\n- text', 'pages/Kind.md': '- k' };
  expect(
    referencesTo('kind', 'logseq', files).map(({ properties, excerpts }) => [properties, excerpts]),
  ).toEqual([[['type'], []]]);
});

test('a reference in a diagram is read in words', () => {
  const fence =
    '```mermaid\n  graph LR\n  K["[[Kind]]"] --> P["ParDo: parse,<br/>event time"]\n  ```';
  const files = { 'pages/Flow.md': `- diagram\n\t- ${fence}`, 'pages/Kind.md': '- k' };
  expect(seen(referencesTo('kind', 'logseq', files))).toEqual([
    'Flow',
    'diagram | Kind → ParDo: parse, event time',
  ]);
});

test('a paragraph is cut to the sentence around the link, below its headings', () => {
  const source = '# One\n\n## Two\n\nFirst. Then *see* [[Topic]], with care. Last.\n\n# Three\n';
  const files = { 'A.md': source, 'Topic.md': 'x' };
  expect(seen(referencesTo('topic', 'obsidian', files))).toEqual([
    'A',
    'One > Two | Then see Topic , with care.',
  ]);
});

test.for([
  ['a fence', '- ```js\n  const a = 1\n  ```', 'const a = 1'],
  ['a displayed formula', '- $$\\sum x$$', '∑ x'],
  ['a quote', '- > said\n', 'said'],
  ['a table', '- | a | b |\n  |---|---|\n  | c | d |', 'a b c d'],
  ['a heading', '- ## Part', 'Part'],
] as const)('of %s above a reference the words are shown, in one line', ([, block, expected]) => {
  const files = { 'pages/a.md': `${block}\n\t- [[b]] below`, 'pages/b.md': '- x' };
  const [reference] = referencesTo('b', 'logseq', files);
  const [crumb] = reference?.excerpts[0]?.above ?? [];
  expect(
    words(crumb?.html ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toContain(expected);
  expect(crumb?.html).not.toMatch(
    /<(?:pre|div|p|table|t[dhr]|blockquote|h\d|ul|li)\b|katex-display/,
  );
});

test('an item of a list has the items above and below', () => {
  const source = '- outer\n  - about [[Topic]]\n    - inner\n';
  expect(seen(referencesTo('topic', 'obsidian', { 'A.md': source, 'Topic.md': 'x' }))).toEqual([
    'A',
    'outer | about Topic | inner',
  ]);
});

test('a row of a table is one line', () => {
  const source = '| a | b |\n|---|---|\n| [[Topic]] | fast |\n';
  expect(seen(referencesTo('topic', 'obsidian', { 'A.md': source, 'Topic.md': 'x' }))).toEqual([
    'A',
    'Topic · fast',
  ]);
});

test('an embed and a query are not shown inside an excerpt, long code is cut', () => {
  const code = Array.from({ length: 9 }, (_, index) => `line${index}`).join('\n  ');
  const source = `- [[Topic]] in {{embed [[Other]]}}\n  \`\`\`\n  ${code}\n  \`\`\``;
  const files = { 'pages/P.md': source, 'pages/Topic.md': '- t', 'pages/Other.md': '- secret' };
  const shown = seen(referencesTo('topic', 'logseq', files)).join();
  expect(shown).toContain('Topic in');
  expect(shown).toContain('line5 …');
  expect(shown).not.toContain('secret');
  expect(shown).not.toContain('line6');
});

test('what is below a block ends after some blocks, with a link to the rest', () => {
  const below = Array.from({ length: 30 }, (_, index) => `\n\t- child ${index}`).join('');
  const files = { 'pages/P.md': `- [[Topic]]${below}`, 'pages/Topic.md': '- t' };
  const [first] = referencesTo('topic', 'logseq', files);
  const html = first?.excerpts[0]?.below ?? '';
  expect(html).toContain('child 19');
  expect(html).not.toContain('child 20');
  expect(html).toMatch(/<li><a href="\/p\/#b-[^"]+">…<\/a><\/li><\/ul>$/);
});

test('names of unpublished notes are redacted as on the note’s own page', () => {
  const files = {
    'A.md': 'With [[Secret plan]] and [[Topic]].',
    'Topic.md': 'x',
    'Secret plan.md': '---\npublish: false\n---\nx',
  };
  expect(seen(referencesTo('topic', 'obsidian', files))).toEqual([
    'A',
    'With unpublished note and Topic .',
  ]);
});

test('of thousands of references in one block only some hundred have words', () => {
  const many = `- ${Array.from({ length: 3000 }, (_, index) => `word${index} [[b]].`).join(' ')}`;
  const [reference] = referencesTo('b', 'logseq', { 'pages/a.md': many, 'pages/b.md': '- x' });
  expect(reference?.excerpts).toHaveLength(500);
});
