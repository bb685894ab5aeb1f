import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@mdx-js/mdx';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mdxFile, pageMarkdownFile, pageRecordFile } from '../../garden/record-files.ts';
import { digestOf } from '../../system/disk.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';
import { mayNameRemote, remoteAddresses, replaceRemote, withSizes } from './remote-addresses.ts';

let folder = '';
let host = '';
let server: Server;
let asked: string[] = [];

beforeAll(async () => {
  const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isPicture = request.url?.startsWith('/a.png') === true;
    response.writeHead(isPicture ? 200 : 404, {
      'content-type': isPicture ? 'image/png' : 'text/html',
    });
    response.end(isPicture ? picture : 'no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-remote-'));
  asked = [];
  await mkdir(join(folder, 'notes/.obsidian'), { recursive: true });
  await writeFile(
    join(folder, 'notes/A.md'),
    `![one](${host}/a.png?x=1&y=2) <img src="${host}/gone.png">\n`,
  );
  await writeFile(
    join(folder, 'notes/B.md'),
    `![two](${host}/gone.png)\n\n\`<img src="${host}/a.png">\`\n`,
  );
  await writeFile(
    join(folder, 'notes/C.mdx'),
    `![three](${host}/a.png)\n\n{1}\n\n<img src="${host}/a.png" srcSet="${host}/a.png?2 2x" />\n\n\`${host}/a.png\`\n`,
  );
  return () => rm(folder, { recursive: true, force: true });
});

/** The module that Astro's MDX integration makes of a note. */
async function compiled(location: string): Promise<string> {
  const source = { path: location, value: await readFile(location) };
  return String(await compile(source, { jsx: true }));
}

async function importNotes(keepRemotePictures: boolean) {
  const [notes = '', out = '', cache = ''] = ['notes', 'out', 'cache'].map((name) =>
    join(folder, name),
  );
  const policy = {
    ...({ publish: 'all', url: 'https://garden.example', base: '/g/', lang: 'en' } as const),
    ...({ collapsed: 'open', embedDepth: 5 } as const),
  };
  const settings = { policy, keepRemotePictures, mdx: true };
  const report = await new GardenImport({ notes, out, cache }, settings).run(noProgress);
  const text = (path: string) => readFile(join(out, path), 'utf8');
  const { html } = JSON.parse(await text(pageRecordFile('a'))) as { html: string };
  const copy = await text(pageMarkdownFile('a'));
  const mdx = mdxFile('c');
  return {
    html,
    copy,
    compiled: await compiled(join(out, mdx)),
    told: report.diagnostics.filter(({ code }) => code === 'remote-picture'),
  };
}

describe('pictures of other hosts', () => {
  test('are reported once, with their number and hosts, and nothing is fetched', async () => {
    const { html, copy, compiled, told } = await importNotes(false);
    expect(asked).toEqual([]);
    expect(copy).toContain(`![one](${host}/a.png?x=1\\&y=2)`);
    expect(compiled.split(host)).toHaveLength(5);
    expect(html).toContain(`src="${host}/a.png?x=1&#x26;y=2"`);
    expect(told).toEqual([
      {
        ...{ code: 'remote-picture', path: 'A.md', line: 1, column: 1 },
        message: `4 pictures in 3 notes come from other hosts, which readers’ browsers ask for them: ${new URL(host).host}.`,
        hint: 'Set `keepRemotePictures: true` in garden.yaml to serve pictures with the site.',
      },
    ]);
  });

  test('are served with the site where the owner wants it; those that cannot be had stay', async () => {
    const { html, told } = await importNotes(true);
    const name = digestOf(`${host}/a.png?x=1&y=2`);
    expect(html).toContain(`src="/g/remote/${name}.png"`);
    expect(html).toContain(`src="${host}/gone.png"`);
    expect(told.map(({ message }) => message.slice(0, 20))).toEqual(['1 picture in 2 notes']);
  });

  test('are served with the site in Markdown copies and MDX pages as well', async () => {
    const { copy, compiled } = await importNotes(true);
    const names = await readdir(join(folder, 'out/files/remote'));
    const name = (address: string) =>
      names.find((each) => each.startsWith(digestOf(host + address)));
    expect(names).toHaveLength(3);
    expect(copy).toContain(`![one](https://garden.example/g/remote/${name('/a.png?x=1&y=2')})`);
    expect(copy).toContain(`](${host}/gone.png)`);
    expect(compiled).toContain(
      `<img src=\\"/g/remote/${name('/a.png')}\\" srcset=\\"/g/remote/${name('/a.png?2')} 2x\\"`,
    );
    // Only the code that shows the address keeps it.
    expect(compiled.split(host)).toHaveLength(2);
  });

  test('are fetched once; those that could not be had are tried again', async () => {
    await importNotes(true);
    asked = [];
    await importNotes(true);
    expect(new Set(asked)).toEqual(new Set(['/gone.png']));
    await importNotes(false);
    expect(await readdir(join(folder, 'out/files/remote'))).toEqual([]);
  });
});

test('only addresses of media are found and replaced', () => {
  const html =
    '<img alt="a > b" src="//x/a.png" srcset="https://x/b.png 1x, /c.png 2x"><a href="https://x/d.png">' +
    '<code>&#x3C;img src="https://x/e.png"></code><img src="/f.png">';
  expect(remoteAddresses(html)).toEqual(['//x/a.png', 'https://x/b.png']);
  expect(replaceRemote(html, () => '/k')).toBe(
    html.replace('//x/a.png', '/k').replace('https://x/b.png', '/k'),
  );
});

test.each([
  ['<img src="//x/a.png">', true],
  ['text <video\nposter="HTTPS://x/a&amp;b.png">', true],
  ['<source\tsrcset="/a.png 1x, http://x/b.png 2x">', true],
  ['<a href="https://x/a.png">“<img>”</a>', true],
  ['<img src="/a.png">', false],
  ['<a href="https://x/a.png"><code>&#x3C;img></code></a>', false],
])('the JSON of a record tells whether %j may name one', (html, may) => {
  expect(mayNameRemote(JSON.stringify({ page: { html } }))).toBe(may);
  if (!may) expect(remoteAddresses(html)).toEqual([]);
});

test.each([
  ['<img src="/a.png" alt="&lt;b>">', '<img src="/a.png" alt="&lt;b>" width="2" height="3">'],
  ['<img src="/a.png" width="9">', '<img src="/a.png" width="9">'],
  ['<img src="/a.png" style="width:1em">', '<img src="/a.png" style="width:1em">'],
  ['<img src="/b.png"><p title="<img">', '<img src="/b.png"><p title="<img">'],
])('%s with the size of a kept picture is %s', (html, expected) => {
  const sizeOf = (address: string) => (address === '/a.png' ? { width: 2, height: 3 } : undefined);
  expect(withSizes(html, sizeOf)).toBe(expected);
});
