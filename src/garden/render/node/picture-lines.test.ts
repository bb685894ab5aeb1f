import { expect, test } from 'vitest';
import { readObsidianVault } from '../../parse/obsidian/vault/vault.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { pageMarkdown } from '../markdown/page-markdown.ts';
import { renderNote } from '../render-note.ts';

const vault = readObsidianVault('', { app: null, publish: null }, []);
const policy = {
  ...({ publish: 'all', base: '/', lang: 'en', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};
const files = { 'wide.png': [800, 400], 'tall.png': [400, 800], 'icon.png': [16, 16] } as const;

/** A note beside pictures, rendered. */
function rendered(source: string) {
  const { note, body } = parseNote({ path: 'Note.md', source }, vault);
  const assets = Object.entries(files).map(([path, [width, height]]) => {
    return { path, digest: path, width, height };
  });
  return renderNote(resolveGarden([note], assets, [vault], policy), 'note', {
    body: () => body,
    drawing: () => ({ kind: 'failed', message: '', line: null }),
    highlighter: { highlight: () => null },
    copy: pageMarkdown,
  });
}

/** The HTML with `WIDE` and the like in place of linked pictures. */
function shown(source: string): string {
  return rendered(source)
    .page.html.replace(
      /<a class="picture" href="\/assets\/(\w+)\.png">(<img [^>]*>)<\/a>/g,
      '{$1 $2}',
    )
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*?( title="[^"]*")?[^>]*>/g, '$1$2')
    .trim();
}

test.each([
  // Alone with words, with a title, with both, with a file's name.
  [
    '![[wide.png|A log]]',
    '<figure class="picture">{wide A log}<figcaption aria-hidden="true">A log</figcaption></figure>',
  ],
  [
    '![A log](wide.png "The log of S1")',
    '<figure class="picture">{wide A log}<figcaption>The log of S1</figcaption></figure>',
  ],
  ['![[wide.png]]', '<p>{wide wide}</p>'],
  [
    '![x](https://a.example/b.png "Far")',
    '<figure class="picture">x<figcaption>Far</figcaption></figure>',
  ],
  ['See ![[wide.png|A log]] here', '<p>See {wide A log} here</p>'],
])('%s has words below it where it stands alone', (source, expected) => {
  expect(shown(source)).toBe(expected);
});

test('a picture in a link of the author’s leads where that leads, without words below it', () => {
  expect(shown('[![A log](wide.png)](https://a.example)').replace(/<\/?span[^>]*>/g, '')).toBe(
    '<p><a class="external" href="https://a.example" rel="noopener">A log</a></p>',
  );
});

test('several pictures in a line are a row, as wide as their shapes ask for', () => {
  expect(shown('![[wide.png|First]] ![[tall.png]]')).toBe(
    '<div class="gallery"><figure class="picture" style="--ratio:2">{wide First}<figcaption aria-hidden="true">First</figcaption></figure>' +
      '<figure class="picture" style="--ratio:0.5">{tall tall}</figure></div>',
  );
});

test('a picture whose author gave it a size keeps it in a row', () => {
  expect(shown('![[wide.png|200]] ![[tall.png|100]]')).not.toContain('--ratio');
});

test('each line of a paragraph is its own row', () => {
  expect(shown('![[wide.png]] ![[tall.png]]\n![[wide.png|Below]]\n![[tall.png]]')).toBe(
    '<div class="gallery"><figure class="picture" style="--ratio:2">{wide wide}</figure><figure class="picture" style="--ratio:0.5">{tall tall}</figure></div>' +
      '\n<figure class="picture">{wide Below}<figcaption aria-hidden="true">Below</figcaption></figure>\n<p>{tall tall}</p>',
  );
});

test('icons and badges beside each other stay in a line of text', () => {
  expect(shown('![[icon.png|Done]] ![[icon.png]]')).toBe('<p>Done icon</p>');
  expect(shown('![build](https://a.example/1.svg) ![docs](https://a.example/2.svg)')).toBe(
    '<p>build docs</p>',
  );
});

test('a caption in another script says so', () => {
  const source = 'The leader sends it.\n\n![x](wide.png "三个节点选出一个新的领导者")';
  expect(shown(source)).toContain('<figcaption lang="zh">');
});

test('the Markdown copy has captions as titles, and no links around pictures', () => {
  const source =
    '![A log](wide.png "The log")\n\n![[wide.png|A log]]\n\n![[wide.png|One]] ![[tall.png|Two]]';
  expect(rendered(source).markdown.split('# Note\n').at(-1)?.trim()).toBe(
    '![A log](https://garden.example/assets/wide.png "The log")\n\n' +
      '![A log](https://garden.example/assets/wide.png)\n\n' +
      '![One](https://garden.example/assets/wide.png)\n\n' +
      '![Two](https://garden.example/assets/tall.png)',
  );
});

test('a caption is found by search and is no description', () => {
  const { page } = rendered('![[wide.png|A log]]\n\nThe text.');
  expect([page.search[0]?.text, page.description]).toEqual(['A log\nThe text.', 'The text.']);
});
