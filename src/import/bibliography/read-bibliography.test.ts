import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageRecordFile } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';
import { KeptFiles } from '../kept-files.ts';
import { readBibliography } from './read-bibliography.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-bibliography-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  const location = join(folder, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, text);
}

async function read(paths: readonly string[], ignored: readonly string[] = []) {
  const locations = new Map(paths.map((path) => [path, join(folder, path)]));
  return readBibliography(locations, ignored, await KeptFiles.open(folder));
}

const article = `@string{cacm = "Communications of the ACM"}
@article{lamport1978,
  author = {Lamport, Leslie},
  title = {{Time}, Clocks \\& \\emph{Events}},
  journal = cacm, volume = 21, number = 7, pages = {558--565}, year = 1978,
  doi = {10.1145/359545.359563}, file = {/home/me/secret.pdf}, note = {secret}, abstract = {secret}
}
`;

test('an entry of BibTeX is a work, without what its owner keeps for themselves', async () => {
  await put('a.bib', article);
  expect(await read(['a.bib'])).toEqual({
    hasBibliography: true,
    diagnostics: [],
    works: new Map([
      [
        'lamport1978',
        {
          authors: ['Leslie Lamport'],
          title: 'Time, Clocks & Events',
          container: 'Communications of the ACM',
          volume: '21(7)',
          pages: '558–565',
          publisher: '',
          year: '1978',
          url: 'https://doi.org/10.1145/359545.359563',
        },
      ],
    ]),
  });
});

test('CSL JSON is read, Chinese names have their family first, only web addresses are links', async () => {
  const items = [
    {
      id: 'a',
      author: [{ family: '周', given: '志华' }],
      title: '机器<i>学习</i>',
      issued: { 'date-parts': [['2016']] },
    },
    { id: 'b', title: 'B', URL: 'javascript:alert(1)', author: 'nobody' },
    { title: 'without an id' },
  ];
  await put('vault/references.json', JSON.stringify(items));
  const { works, diagnostics } = await read(['vault/references.json']);
  expect(diagnostics).toEqual([]);
  expect(
    [...works].map(([key, { authors, title, year, url }]) => [key, authors, title, year, url]),
  ).toEqual([
    ['a', ['周志华'], '机器学习', '2016', ''],
    ['b', [], 'B', '', ''],
  ]);
});

test('an entry with a fault costs itself and is reported with its line; of two with one key the first counts', async () => {
  await put('a.bib', `${article}@article{broken, title = {x}\n@book{b, title = {Second}}\n`);
  await put('b.bib', '@book{b, title = {Third}}\n');
  const { works, diagnostics } = await read(['b.bib', 'a.bib']);
  expect([...works].map(([key, { title }]) => [key, title])).toEqual([
    ['lamport1978', 'Time, Clocks & Events'],
    ['b', 'Second'],
  ]);
  expect(diagnostics.map(({ code, path, line }) => [code, path, line])).toEqual([
    ['invalid-bibliography', 'a.bib', 8],
    ['invalid-bibliography', 'b.bib', 1],
  ]);
});

test('what is below an ignored path, and other files, are no bibliography', async () => {
  await put('Private/a.bib', article);
  await put('data.json', '[]');
  const { works, hasBibliography } = await read(['Private/a.bib', 'data.json'], ['Private']);
  expect([works.size, hasBibliography]).toEqual([0, false]);
});

test('a page follows the bibliography from one import to the next', async () => {
  await put('notes/.obsidian/app.json', '{}');
  await put('notes/A.md', 'Clocks [@lamport1978].\n');
  const shown = { publish: 'all', collapsed: 'open' } as const;
  const policy = { ...shown, url: '', base: '/', lang: 'en', embedDepth: 2 };
  const html = async () => {
    const [notes = '', out = '', cache = ''] = ['notes', 'out', 'cache'].map((name) =>
      join(folder, name),
    );
    await new GardenImport({ notes, out, cache }, { policy }).run(noProgress);
    const page: { html: string } = JSON.parse(
      await readFile(join(out, pageRecordFile('a')), 'utf8'),
    );
    return page.html;
  };
  expect(await html()).toBe('<p>Clocks [@lamport1978].</p>');
  await put('notes/papers/a.bib', article);
  expect(await html()).toContain('Leslie Lamport. ');
  await put('notes/papers/a.bib', article.replace('Leslie', 'L.'));
  const changed = await html();
  expect(changed).toContain('L. Lamport. ');
  expect(changed).not.toContain('secret');
  await rm(join(folder, 'notes/papers/a.bib'));
  expect(await html()).toBe('<p>Clocks [@lamport1978].</p>');
});

test('a list of authors that ends with “and others” ends with “et al.”', async () => {
  await put(
    'a.bib',
    '@misc{corbett2012, author = {Corbett, James C. and others}, title = {Spanner}}',
  );
  const { works } = await read(['a.bib']);
  expect(works.get('corbett2012')?.authors).toEqual(['James C. Corbett', 'et al.']);
});
