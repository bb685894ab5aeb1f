import { expect, test } from 'vitest';
import type { Embed } from '../../body.ts';
import type { Asset } from '../../garden.ts';
import {
  embedOf,
  gardenOf,
  linkOf,
  noteOf,
  paragraph,
  root,
  sourcesOf,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

/** HTML of an embed of the file `name`, a picture of 800 × 600 where it is one. */
function embedded(
  name: string,
  facts: Partial<Embed> = {},
  fragment = '',
  file: Partial<Asset> = {},
): string {
  const note = noteOf({ path: 'a.md', title: 'A', links: [linkOf(name, { kind: 'embed' })] });
  const path = `files/${name}`;
  const size = name.endsWith('.png') ? { width: 800, height: 600 } : {};
  const asset = { path, digest: '', ...size, ...file };
  const assets = new Map([[path, { asset, permalink: `/assets/${name}` }]]);
  const garden = gardenOf([{ note, targets: [{ kind: 'asset', path, fragment }] }], { assets });
  const sources = sourcesOf({ 'a.md': root(paragraph(embedOf(0, facts))) });
  return renderNote(garden, 'a', sources).page.html;
}

test('a picture has its own size, so that the page does not jump', () => {
  expect(embedded('x y.png', { alt: 'A log' })).toBe(
    '<figure class="picture"><a class="picture" href="/garden/assets/x%20y.png"><img loading="lazy" decoding="async"' +
      ' src="/garden/assets/x%20y.png" alt="A log" width="800" height="600"></a>' +
      '<figcaption aria-hidden="true">A log</figcaption></figure>',
  );
});

test('a picture in the width asked for keeps its shape', () => {
  expect(embedded('x.png', { width: 200 })).toContain('width="200" height="150"');
  expect(embedded('x.png', { height: 300 })).toContain('width="400" height="300"');
  expect(embedded('x.png', { width: 20, height: 30 })).toContain('width="20" height="30"');
  expect(embedded('x.svg', { width: 20 })).toMatch(/width="20">/);
});

test('a picture with smaller copies offers them, and leads to the file itself', () => {
  const thumbnails = [
    { width: 320, permalink: '/thumbnails/0a-320.webp' },
    { width: 800, permalink: '/assets/x y.png' },
  ];
  const set = 'srcset="/garden/thumbnails/0a-320.webp 320w, /garden/assets/x%20y.png 800w"';
  expect(embedded('x y.png', {}, '', { thumbnails })).toBe(
    '<p><a class="picture" href="/garden/assets/x%20y.png"><img loading="lazy" decoding="async"' +
      ' src="/garden/assets/x%20y.png" alt="x y" width="800" height="600"' +
      ` ${set} sizes="auto, (min-width: 43rem) 40rem, 100vw"></a></p>`,
  );
  expect(embedded('x y.png', { width: 90 }, '', { thumbnails })).toContain(
    `width="90" height="68" ${set} sizes="auto, 90px"`,
  );
});

test('a tall picture says its shape, unless its author gave it a size', () => {
  const size = { width: 450, height: 1000 };
  expect(embedded('x.png', {}, '', size)).toContain('height="1000" style="--ratio:0.450"');
  expect(embedded('x.png', { width: 200 }, '', size)).not.toContain('style');
  expect(embedded('x.png', {}, '', { width: 800, height: 1000 })).not.toContain('style');
});

test('a small picture is no link', () => {
  expect(embedded('x.png', {}, '', { width: 320, height: 16 })).not.toContain('<a');
});

test('the picture of a marked area of a PDF is named by its page', () => {
  expect(embedded('x.png', { areaOf: '7' })).toContain('alt="Marked area on page 7"');
});

test('video and audio have controls and a link as fallback', () => {
  expect(embedded('x.mp4')).toBe(
    '<p><video src="/garden/assets/x.mp4" controls preload="metadata">' +
      '<a class="note-link" href="/garden/assets/x.mp4">x.mp4</a></video></p>',
  );
  expect(embedded('x.mp3')).toContain(
    '<audio src="/garden/assets/x.mp3" controls preload="metadata">',
  );
});

test('a PDF opens at the page and in the height asked for', () => {
  expect(embedded('x.pdf', { options: ['page=3', 'height=400'] })).toBe(
    '<figure class="document"><object data="/garden/assets/x.pdf#page=3" type="application/pdf" aria-label="x.pdf" height="400"></object>' +
      '<figcaption><a class="note-link" href="/garden/assets/x.pdf#page=3">x.pdf</a></figcaption></figure>',
  );
});

test('any other file can be fetched', () => {
  expect(embedded('x.zip')).toBe(
    '<p><a class="note-link" href="/garden/assets/x.zip" download>File: x.zip</a></p>',
  );
});
