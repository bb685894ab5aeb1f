import { expect, test } from 'vitest';
import type { CitedWork } from '../../bibliography.ts';
import type { Citation } from '../../body.ts';
import type { Garden } from '../../garden.ts';
import { gardenOf, noteOf, paragraph, root, sourcesOf } from '../fixtures/hand-made.ts';
import { renderNote } from '../render-note.ts';

const work: CitedWork = {
  authors: ['Leslie Lamport'],
  title: 'Time <b>',
  container: 'CACM',
  volume: '21(7)',
  pages: '558–565',
  publisher: '',
  year: '1978',
  url: 'https://doi.org/10.1145/359545.359563',
};
const book: CitedWork = {
  authors: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  title: 'Systems',
  container: '',
  volume: '',
  pages: '',
  publisher: 'Press',
  year: '2020',
  url: '',
};

function cite(...keys: readonly string[]): Citation {
  const items = keys.map((key) => ({ key, prefix: '', locator: '' }));
  const position = { start: { line: 4, column: 2 }, end: { line: 4, column: 9 } };
  return {
    type: 'citation',
    items,
    source: `[${keys.map((key) => `@${key}`).join('; ')}]`,
    position,
  };
}

function rendered(body: ReturnType<typeof root>, facts: Partial<Garden>) {
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }], facts);
  return renderNote(garden, 'a', sourcesOf({ 'a.md': body }));
}

const bibliography = {
  hasBibliography: true,
  works: new Map([
    ['time', work],
    ['book', book],
  ]),
};

test('a citation is a number, and the works are a list at the end, each once', () => {
  const seen: Citation = {
    ...cite('time'),
    items: [{ key: 'time', prefix: 'see', locator: 'p. 2' }],
  };
  const { page } = rendered(root(paragraph(cite('time', 'book'), ' and ', seen)), bibliography);
  expect(page.html.replaceAll(/ (?:aria-\w+|data-[\w-]+|class|rel)(?:="[^"]*")?/gu, '')).toBe(
    '<p><sup><a href="#fn-cited-time" id="fnref-cited-time">1</a></sup>, ' +
      '<sup><a href="#fn-cited-book" id="fnref-cited-book">2</a></sup> and see\u00a0' +
      '<sup><a href="#fn-cited-time" id="fnref-cited-time-2">1</a>, p. 2</sup></p>\n' +
      '<section><h2 id="footnote-label">Footnotes</h2>\n<ol>\n' +
      '<li id="fn-cited-time">\n<p>Leslie Lamport. ' +
      '<a href="https://doi.org/10.1145/359545.359563">Time &#x3C;b></a>. CACM 21(7): 558–565, 1978. ' +
      '<a href="#fnref-cited-time">↩</a> <a href="#fnref-cited-time-2">↩<sup>2</sup></a></p>\n</li>\n' +
      '<li id="fn-cited-book">\n<p>A, B, C et al. <em>Systems</em>. Press, 2020. ' +
      '<a href="#fnref-cited-book">↩</a></p>\n</li>\n</ol>\n</section>',
  );
});

test('a key in Chinese is an id that its address leads to', () => {
  const facts = { ...bibliography, works: new Map([['周2016', work]]) };
  const { page } = rendered(root(paragraph(cite('周2016'))), facts);
  expect(page.html).toContain('<li id="fn-cited-周2016">');
  expect(page.html).toContain(`href="#fn-cited-${encodeURIComponent('周2016')}"`);
});

test('a work that no bibliography has is shown as written, and reported with its line', () => {
  const { page, diagnostics } = rendered(root(paragraph(cite('tim'))), bibliography);
  expect(page.html).toBe('<p>[@tim]</p>');
  expect(diagnostics).toEqual([
    {
      ...{ code: 'unknown-citation', path: 'a.md', line: 4, column: 2 },
      message: 'No bibliography has a work “tim”.',
      hint: 'Correct the key, or add the work to a .bib file of the notes.',
    },
  ]);
});

test('without a bibliography a citation is text, and nothing is reported', () => {
  const { page, diagnostics } = rendered(root(paragraph(cite('ada'))), {});
  expect(page.html).toBe('<p>[@ada]</p>');
  expect(diagnostics).toEqual([]);
});
