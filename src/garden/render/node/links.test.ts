import { expect, test } from 'vitest';
import type { Target } from '../../garden.ts';
import {
  embedOf,
  gardenOf,
  htmlOf,
  linkOf,
  noteLink,
  noteOf,
  paragraph,
  root,
  sourcesOf,
  text,
} from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

const kafka: Target = { kind: 'note', id: 'Kafka', fragment: '' };

function external(url: string) {
  return htmlOf(root(paragraph({ type: 'link', url, children: [text('x')] })));
}

test('a link to a note has an address below the base, percent-encoded', () => {
  const body = root(paragraph(noteLink(0, 'Kafka')));
  expect(htmlOf(body, [{ ...kafka, fragment: '复制 §2' }])).toBe(
    '<p><a class="note-link" href="/garden/Kafka/#%E5%A4%8D%E5%88%B6%20%C2%A72">Kafka</a></p>',
  );
});

test('a link without a note cannot be clicked and says why', () => {
  const body = root(paragraph(noteLink(0, 'the zoo')));
  expect(htmlOf(body, [{ kind: 'unresolved' }], [linkOf('Zookeper')])).toBe(
    '<p><span class="unresolved" title="Note “Zookeper” does not exist">the zoo</span></p>',
  );
});

test('a private note is never named', () => {
  const body = root(paragraph(noteLink(0, 'Secret plan'), ' and ', embedOf(0)));
  const html = htmlOf(body, [{ kind: 'private' }], [linkOf('Secret plan')]);
  expect(html).toBe(
    '<p><span class="private-link" title="This note is not published">unpublished note</span>' +
      ' and <span class="private-link" title="This note is not published">unpublished note</span></p>',
  );
});

test('the author’s own label for a private note is shown, unless it is the name again', () => {
  const body = root(paragraph(noteLink(0, 'our plan'), noteLink(1, 'secret')));
  const links = [
    linkOf('x/Secret.md', { label: 'our plan' }),
    linkOf('x/Secret.md', { label: 'secret' }),
  ];
  expect(htmlOf(body, [{ kind: 'private' }, { kind: 'private' }], links)).toBe(
    '<p><span class="private-link" title="This note is not published">our plan</span>' +
      '<span class="private-link" title="This note is not published">unpublished note</span></p>',
  );
});

test('a ghost has a page of its own', () => {
  const permalink = '/raft/';
  const ghost = {
    id: 'raft',
    permalink,
    title: 'Raft',
    backlinks: [],
    children: [],
    ancestors: [],
  };
  const note = noteOf({ path: 'a.md', title: 'A', links: [linkOf('Raft')] });
  const garden = gardenOf([{ note, targets: [{ kind: 'ghost', id: 'raft' }] }], {
    ghosts: new Map([['raft', ghost]]),
  });
  const sources = sourcesOf({ 'a.md': root(paragraph(noteLink(0, 'Raft'))) });
  expect(renderNote(garden, 'a', sources).page.html).toBe(
    '<p><a class="note-link" href="/garden/raft/" data-ghost="" title="“Raft” is not written yet">Raft</a></p>',
  );
});

test('no link is inside a link', () => {
  const body = root(
    paragraph({
      type: 'link',
      url: 'https://x.example/',
      children: [noteLink(0, 'Kafka')] as never,
    }),
  );
  expect(htmlOf(body, [kafka])).toBe(
    '<p><a class="external" href="https://x.example/" rel="noopener"><span class="note-link">Kafka</span></a></p>',
  );
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt&colon;:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'C:\\notes\\a.txt',
  '../elsewhere.txt',
])('the address %j cannot be clicked', (url) => {
  expect(external(url)).toMatch(/^<p><span class="unresolved" title="[^"]*">x<\/span><\/p>$/);
});

test.each(['https://x.example/?a=1&b=2', 'mailto:me@x.example', 'obsidian://open?vault=x'])(
  'the address %j leads outside',
  (url) => {
    const escaped = url.replace('&', '&#x26;');
    expect(external(url)).toBe(`<p><a class="external" href="${escaped}" rel="noopener">x</a></p>`);
  },
);

test('addresses in reference definitions are checked like all others', () => {
  const reference = { identifier: 'r', label: 'r', referenceType: 'full' } as const;
  const body = root(
    paragraph({ type: 'linkReference', ...reference, children: [text('x')] }),
    paragraph({ type: 'imageReference', ...reference, alt: 'y' }),
    { type: 'definition', identifier: 'r', url: 'javascript:alert(1)' },
  );
  expect(htmlOf(body)).toBe(
    '<p><span class="unresolved" title="This link cannot be opened in a browser: javascript:alert(1)">x</span></p>\n' +
      '<p><span class="unresolved" title="javascript:alert(1)">y</span></p>',
  );
});

test('a reference to a block shows its first line with its own links as text', () => {
  const source = noteOf({ path: 'a.md', title: 'A', links: [linkOf('')] });
  const target = noteOf({ path: 'b.md', title: 'B', links: [linkOf('A')] });
  const garden = gardenOf([
    { note: source, targets: [{ kind: 'note', id: 'b', fragment: 'x1' }] },
    { note: target, targets: [{ kind: 'note', id: 'a', fragment: '' }] },
  ]);
  const line = paragraph('See ', noteLink(0, 'A'), { type: 'break' }, 'second line');
  const sources = sourcesOf({
    'a.md': root(paragraph({ type: 'blockReference', link: 0, children: [] })),
    'b.md': root({ ...line, data: { fragment: 'x1' } }),
  });
  expect(renderNote(garden, 'a', sources).page.html).toBe(
    '<p><a class="note-link block-reference" href="/garden/b/#x1">See <span class="note-link">A</span></a></p>',
  );
});

test('references that refer to each other end', () => {
  const reference = paragraph({ type: 'blockReference', link: 0, children: [] });
  const targets: Target[] = [{ kind: 'note', id: 'a', fragment: 'x' }];
  const html = htmlOf(root({ ...reference, data: { fragment: 'x' } }), targets, [
    linkOf('', { kind: 'block' }),
  ]);
  expect(html).toContain('<p id="x"><a class="note-link block-reference" href="/garden/a/#x">');
});
