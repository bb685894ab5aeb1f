import { expect, test } from 'vitest';
import { parseLogseqNote } from '../../parse/logseq/parse-logseq-note.ts';
import { readLogseqVault } from '../../parse/logseq/vault/vault.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { renderNote } from '../render-note.ts';

const vault = readLogseqVault('', '{:publishing/all-pages-public? true}', []);
const policy = {
  ...({ publish: 'vault', base: '/', lang: 'en', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};

test('the tags of pages are listed, those in their text and private ones are not', () => {
  const sources: [string, string][] = [
    ['Ask', '- {{query (all-page-tags)}}'],
    ['Q', 'tags:: one, [[Two]], Secret\n\n- x #three'],
    ['Two', '- I am two'],
    ['Secret', 'public:: false\n\n- hidden'],
  ];
  const parsed = sources.map(([name, source]) =>
    parseLogseqNote({ path: `pages/${name}.md`, source }, vault),
  );
  const notes = parsed.map(({ note }) => note);
  const bodies = new Map(parsed.map(({ note, body }) => [note.path, body]));
  const garden = resolveGarden(notes, [], [vault], policy);
  const { page } = renderNote(garden, 'ask', {
    body: (path) => bodies.get(path) ?? { type: 'root', children: [] },
    drawing: () => ({ kind: 'failed', message: '', line: null }),
    highlighter: { highlight: () => null },
    copy: null,
  });
  expect(page.html).toContain(
    '<div class="query" data-view="list"><ul><li><a class="note-link" href="/tags/one/">one</a></li>' +
      '<li><a class="note-link" href="/two/">Two</a></li></ul></div>',
  );
});
