import { expect, test } from 'vitest';
import type { Asset } from '../../garden.ts';
import { readObsidianVault } from '../../parse/obsidian/vault/vault.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { renderNote } from '../render-note.ts';

const vault = readObsidianVault('', { app: null, publish: null }, []);
const policy = {
  ...({ publish: 'all', base: '/', lang: 'en', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};
const files = { 'Other.md': '# One\n', 'Secret.md': '---\nprivate: true\n---\n' };

/** The HTML of a note beside the notes Other and Secret (private) and two files. */
function shown(source: string, measured: Partial<Asset> = {}): string {
  const parsed = Object.entries({ 'Note.md': source, ...files }).map(([path, text]) => {
    return parseNote({ path, source: text }, vault);
  });
  const assets = ['a.png', 'b.pdf'].map((path) => ({ path, digest: path, ...measured }));
  const notes = parsed.map(({ note }) => note);
  const garden = { ...resolveGarden(notes, assets, [vault], policy), today: '' };
  const body = parsed[0]?.body ?? { type: 'root', children: [] };
  const { page } = renderNote(garden, 'note', {
    body: () => body,
    drawing: () => ({ kind: 'failed', message: '', line: null }),
    highlighter: { highlight: () => null },
    copy: null,
  });
  return page.html.trim().replace(/^<p>|<\/p>$/g, '');
}

test.each([
  [
    '<a href="Other.md#One" title="why" id="x">o</a>',
    '<a class="note-link" href="/other/#one" title="why" id="html-x">o</a>',
  ],
  [
    'a <a href="Secret.md" title="Secret">s</a>',
    'a <span class="private-link" title="This note is not published">s</span>',
  ],
  [
    'a <iframe src="b.pdf" title="Paper"></iframe>',
    'a <a class="note-link" href="/assets/b.pdf">Paper</a>',
  ],
  ['<iframe src="b.pdf"></iframe>', '<a class="note-link" href="/assets/b.pdf">b.pdf</a>'],
  [
    '<object data="b.pdf">the <b>paper</b></object>',
    '<a class="note-link" href="/assets/b.pdf">the <b>paper</b></a>',
  ],
  [
    '<object data="gone.pdf">no paper</object>',
    '<span class="unresolved" title="File “gone.pdf” is not in the vault">no paper</span>',
  ],
  ['<embed src="a.png">', '<a class="note-link" href="/assets/a.png">a.png</a>'],
  ['<input type="image" src="a.png" alt="x">', '<img src="/assets/a.png" alt="x" loading="lazy">'],
  [
    '<svg><image href="a.png" width="9"/><image xlink:href="a.png"/><image href="gone.png"/></svg>',
    '<svg><image width="9" href="/assets/a.png"></image><image href="/assets/a.png"></image></svg>',
  ],
])('%j leads to the files and notes that it names', (source, expected) => {
  expect(shown(source)).toBe(expected);
});

const usual = 'sizes="auto, (min-width: 43rem) 40rem, 100vw"';
const set = 'srcset="/thumbnails/0-320.webp 320w"';
test.each([
  ['', `${set} ${usual} width="800" height="400"`],
  [' width="200"', `width="200" ${set} sizes="auto, 200px" height="100"`],
  [' width="50%"', `width="50%" ${set} ${usual} style="aspect-ratio:800/400"`],
  [' style="width:3em"', `style="width:min(3em,100%)" ${set} ${usual} width="800" height="400"`],
  [' style="height:3em"', `style="height:3em" ${set} sizes="(min-width: 43rem) 40rem, 100vw"`],
  [' srcset="a.png 2x"', 'srcset="/assets/a.png 2x" width="800" height="400"'],
])('a picture in HTML with%s has what its author leaves open', (written, expected) => {
  const thumbnails = [{ width: 320, permalink: '/thumbnails/0-320.webp' }];
  expect(shown(`a <img src="a.png"${written}>`, { width: 800, height: 400, thumbnails })).toBe(
    `a <img src="/assets/a.png" ${expected} loading="lazy" alt="">`,
  );
});
