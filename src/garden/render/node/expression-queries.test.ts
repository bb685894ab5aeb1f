import { expect, test } from 'vitest';
import { vaults } from '../../fixtures/read-and-render.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { renderNote } from '../render-note.ts';

const policy = {
  ...({ publish: 'all', base: '/', lang: 'en', collapsed: 'honour' } as const),
  ...{ embedDepth: 2, url: 'https://garden.example' },
};

/** The HTML of the note `path` in an Obsidian vault with these files. */
function html(files: Readonly<Record<string, string>>, path = 'q.md'): string {
  const parsed = Object.entries(files).map(([name, source]) =>
    parseNote({ path: name, source }, vaults.obsidian),
  );
  const notes = parsed.map(({ note }) => note);
  const garden = { ...resolveGarden(notes, [], [vaults.obsidian], policy), today: '2026-11-27' };
  const entry = [...garden.notes.values()].find(({ note }) => note.path === path);
  const page = renderNote(garden, entry?.id ?? '', {
    body: (wanted) => {
      const found = parsed.find(({ note }) => note.path === wanted);
      if (!found) throw new Error(wanted);
      return found.body;
    },
    drawing: () => ({ kind: 'failed', message: 'Not drawn.', line: null }),
    highlighter: { highlight: () => null },
    copy: null,
  }).page.html;
  return page.replace(/<div class="table-scroll"[^>]*>/g, '').replace(/ class="note-link"/g, '');
}

const fence = (language: string, source: string) => `\`\`\`${language}\n${source}\n\`\`\`\n`;
const kinds = {
  'b/n1.md': '---\nkind: k1\nn: 1\n---\n- [ ] one [[n2]]',
  'b/n2.md': '---\nkind: k0\nn: 2\ntags: [x/y, z]\n---\n- [x] two',
  'b/n3.md': '---\nkind: k1\nn: 3\n---\nx',
  'b/board.canvas': '{"nodes":[],"edges":[]}',
};

function dataview(source: string): string {
  return html({ ...kinds, 'q.md': fence('dataview', source) });
}

function items(source: string): string[] {
  return [...dataview(source).matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) =>
    item.replace(/<[^>]+>/g, ''),
  );
}

function rows(source: string): string[] {
  return [...source.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.replace(/<\/t[dh]>/g, '|').replace(/<[^>]+>/g, ''),
  );
}

test('Dataview groups: a row a group, with what its pages have', () => {
  const table = 'TABLE length(rows) AS Count, sum(rows.n) AS Sum FROM "b" GROUP BY kind';
  expect(rows(dataview(table))).toEqual(['Group|Count|Sum|', 'k0|1|2|', 'k1|2|4|']);
  expect(items('LIST length(rows) FROM "b" GROUP BY kind')).toEqual(['k0: 1', 'k1: 2']);
  expect(items('LIST FROM "b" GROUP BY kind SORT kind DESC')).toEqual(['k1', 'k0']);
  expect(rows(dataview('TABLE rows.file.link FROM "b" GROUP BY kind'))).toEqual([
    'Group|rows.file.link|',
    'k0|n2|',
    'k1|n1, n3|',
  ]);
});

test('Dataview lists Markdown notes, applies its steps in order, and flattens lists', () => {
  expect(items('LIST FROM "b"')).toEqual(['n1', 'n2', 'n3']);
  expect(items('LIST n FROM "b" SORT n DESC LIMIT 2 WHERE n < 3')).toEqual(['n2: 2']);
  expect(rows(dataview('TABLE WITHOUT ID t FROM "b" WHERE tags FLATTEN tags AS t'))).toEqual([
    't|',
    'x/y|',
    'z|',
  ]);
  expect(items('LIST FROM [[b/n2]]')).toEqual(['n1']);
  expect(items('LIST FROM outgoing([[b/n1]])')).toEqual(['n2']);
  expect(items('LIST FROM #x AND "b"')).toEqual(['n2']);
});

test('what has no value is the least in Dataview, and last in a base', () => {
  const files = { 'a.md': '---\nn: 1\n---\n', 'b.md': 'x' };
  const list = html({ ...files, 'q.md': fence('dataview', 'LIST SORT n WHERE file.name != "q"') });
  expect(list).toMatch(/b<\/a>.*a<\/a>/s);
  const sorted = 'views: [{type: list, sort: [{property: n, direction: ASC}], order: [file.name]}]';
  expect(html({ ...files, 'q.md': fence('base', sorted) })).toMatch(/a<\/a>.*b<\/a>/s);
});

test('tasks are listed with their state', () => {
  expect(items('TASK FROM "b" WHERE !completed')).toEqual(['  one n2 n1']);
});

test('the tags of a task are those in its text, not those of its note', () => {
  const note = '---\ntags: page\n---\n- [ ] one #a/b\n- [ ] two';
  const found = (query: string) =>
    html({ 'n.md': note, 'q.md': fence('dataview', query) }).match(/one|two/gu) ?? [];
  expect(found('TASK WHERE contains(tags, "#a/b")')).toEqual(['one']);
  expect(found('TASK WHERE !tags')).toEqual(['two']);
  expect(found('TASK WHERE contains(file.tags, "#page")')).toEqual(['one', 'two']);
});

test('bases list files of every kind, group in either direction, and summarize', () => {
  const base = (source: string) => html({ ...kinds, 'q.md': fence('base', source) });
  const boards = 'filters: \'file.ext == "canvas"\'\nviews: [{type: table, order: [file.name]}]';
  expect(rows(base(boards))).toEqual(['file name|', 'board.canvas|']);
  const grouped = `filters: 'file.inFolder("b") && file.ext == "md"'
views:
  - type: table
    name: g
    groupBy: {property: kind, direction: DESC}
    order: [file.name, n]
    summaries: {n: Sum}`;
  const shown = base(grouped);
  expect(rows(shown)).toEqual([
    ...['file name|n|', 'n1|1|', 'n3|3|', '|Sum 4|'],
    ...['file name|n|', 'n2|2|', '|Sum 2|', '|Sum 6|'],
  ]);
  expect(shown).toContain('<div class="query-group"><small>kind </small>k1</div>');
});

test('cards leave out empty fields and tick boxes', () => {
  const base = 'views: [{type: cards, order: [file.name, read, file.ctime]}]';
  const shown = html({ 'n.md': '---\nread: true\n---\n', 'q.md': fence('base', base) });
  expect(shown).toContain(
    '<div><a href="/n/">n</a></div><dl class="properties"><div><dt>read</dt>' +
      '<dd><input type="checkbox" disabled checked aria-label="true"></dd></div></dl>',
  );
  expect(shown).not.toContain('created time');
});

test('an expression in a line is its value', () => {
  expect(
    html({ 'q.md': '---\nrating: 5\n---\nRated `= this.rating` in `= this.file.name`.' }),
  ).toBe('<p>Rated 5 in q.</p>');
  expect(html({ 'q.md': '`= date(today)` `= this.none`' })).toBe('<p>2026-11-27 -</p>');
});

test('nothing that a query computes names a private note', () => {
  const files = {
    'Zebra plan.md': '---\npublish: false\n---\nx',
    'n.md': '---\nabout: "[[Zebra plan]]"\nsays: On Zebra plan\n---\nSee [[Zebra plan]].',
    'q.md': [
      fence(
        'dataview',
        'TABLE upper(says), about, file.outlinks, replace(says, "plan", "p"), [[Zebra plan]] FROM ""',
      ),
      fence('dataview', 'LIST WHERE contains(says, "Zebra")'),
      fence('base', 'views: [{type: table, order: [file.name, about, says, file.links]}]'),
      fence('dataview', 'LIST WHERE hash([[Zebra plan]])'),
      '`= this.file.size + [[Zebra plan]]`',
    ].join('\n'),
  };
  expect(html(files)).not.toMatch(/zebra/i);
});

test('a formula that needs itself has no value', () => {
  const base = 'formulas: {a: formula.b, b: formula.a}\nviews: [{type: table, order: [formula.a]}]';
  expect(rows(html({ 'q.md': fence('base', base) }))).toEqual(['a|', '|']);
});
