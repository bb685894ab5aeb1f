import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildCheck, checkSite } from './check-site.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function page(path: string, main: string): Promise<void> {
  const location = join(folder, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, `<!doctype html><main>${main}</main>`);
}

test('links to existing pages, fragments and files are no faults', async () => {
  await page(
    'index.html',
    '<a href="/一致性/#a b">x</a> <a href="%E4%B8%80%E8%87%B4%E6%80%A7/">y</a>',
  );
  await page('一致性/index.html', '<h2 id="a b">A</h2> <a href="../">up</a> <code>[[x]]</code>');
  expect(await checkSite(folder, '/')).toEqual({ pages: 2, links: 3, faults: [] });
});

test('dead links, dead fragments, double ids, nested links and raw syntax are found', async () => {
  await page(
    'index.html',
    '<a href="/gone/">x</a><a href="#no">y</a><p id="d"></p><p id="d">a **b</p>',
  );
  const { faults } = await checkSite(folder, '/');
  expect(faults).toEqual([
    { page: '/', kind: 'dead link', detail: '/gone/' },
    { page: '/', kind: 'dead fragment', detail: '#no' },
    { page: '/', kind: 'duplicate id', detail: 'd' },
    { page: '/', kind: 'raw syntax', detail: expect.stringContaining('a **b') },
  ]);
});

test('below a base, a link without the base is dead', async () => {
  await page('a/index.html', '<a href="/a/">x</a> <a href="/garden/a/">y</a>');
  const { faults } = await checkSite(folder, '/garden/');
  expect(faults).toEqual([{ page: '/a/', kind: 'dead link', detail: '/a/' }]);
});

test.each([
  ["0;url=/it's/", []],
  ["0; URL='/it'", ['/it']],
  ['3, url="/gone/"', ['/gone/']],
  ['5', []],
])('a redirect by %j leads nowhere at %j', async (content, dead) => {
  await page("it's/index.html", 'there');
  const refresh = `<meta http-equiv="refresh" content="${content.replaceAll('"', '&quot;')}">`;
  await writeFile(join(folder, 'index.html'), `<head>${refresh}</head>`);
  const { faults } = await checkSite(folder, '/');
  expect(faults.map(({ detail }) => detail)).toEqual(dead);
});

const url = 'https://a.example';

async function checkBuild(cache: string, files: ReadonlyMap<string, string>) {
  return (await BuildCheck.open(cache, { base: '/', url: '' })).finish(folder, files);
}

test('absolute addresses of the site, redirects, pictures, and what lists pages are checked', async () => {
  await page('a/index.html', 'a');
  await writeFile(
    join(folder, 'index.html'),
    '<head><link rel="canonical" href="https://a.example/gone/"><link rel="preconnect" href="/x">' +
      '<meta http-equiv="refresh" content="0; url=/old/"><meta property="og:image" content="https://a.example/o.png">' +
      '</head><img src="/a/" srcset="/b.png 1x, /a/ 2x"><video poster="/p.png"></video>' +
      '<a href="https://a.example.org/">another host</a>',
  );
  await writeFile(
    join(folder, 'sitemap.xml'),
    '<loc>https://a.example/a/</loc><loc>https://a.example/s/</loc>',
  );
  await writeFile(
    join(folder, 'feed.xml'),
    '<link href="https://a.example/f/"/>see [x](/in-a-note/)',
  );
  await writeFile(join(folder, 'llms.txt'), '- [A](/a/)\n- [B](/l/)');
  const { faults } = await checkSite(folder, '/', url);
  expect(faults.map(({ page, detail }) => `${page} ${detail}`).toSorted()).toEqual([
    '/ /b.png',
    '/ /old/',
    '/ /p.png',
    '/ https://a.example/gone/',
    '/ https://a.example/o.png',
    '/feed.xml https://a.example/f/',
    '/llms.txt /l/',
    '/sitemap.xml https://a.example/s/',
  ]);
});

test('what styles load, and what scripts of the site fetch, is checked', async () => {
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await page('a/index.html', '<p>A</p>');
  await write('math/a.woff2', '');
  await write(
    'math/math.css',
    '@font-face{src:url(a.woff2)}/* url(x) */b{c:url("/no.png"),url(data:d),url( \'gone.svg\' )}',
  );
  await write('_astro/x.css', '@import "/none.css"; @import url("/math/math.css"); a{b:url(#c)}');
  await write('assets/own.css', 'a{b:url(unknown.png)}');
  await write('random.json', '["/a/","/b/"]');
  await write(
    'explorer/root.json',
    '{"folders":[{"title":"/t/","key":"k","href":"/c/"}],"notes":[["/x/","/a/"],["D","/d/"]]}',
  );
  await write('graph/near/0.json', '{"/e/":{"notes":[["A","/a/",0],["F","/f/",1]],"links":[0,1]}}');
  await write('graph/data.json', '{"notes":[["A","/a/",0,[0],0]],"tags":[["t","/tags/t/"]]}');
  const { faults } = await checkSite(folder, '/');
  expect(faults.map(({ page: path, detail }) => [path, detail])).toEqual([
    ['/_astro/x.css', '/none.css'],
    ['/explorer/root.json', '/d/'],
    ['/explorer/root.json', 'k.json'],
    ['/explorer/root.json', '/c/'],
    ['/graph/data.json', '/tags/t/'],
    ['/graph/near/0.json', '/e/'],
    ['/graph/near/0.json', '/f/'],
    ['/math/math.css', '/no.png'],
    ['/math/math.css', 'gone.svg'],
    ['/random.json', '/b/'],
  ]);
});

test('an address that no browser can read is dead', async () => {
  await page('index.html', '<a href="//[">a</a><a href="/%zz/">b</a>');
  const { faults } = await checkSite(folder, '/');
  expect(faults.map(({ detail }) => detail)).toEqual(['/%zz/']);
});

test('a check that keeps what it read finds the same, also after damage and changes', async () => {
  const cache = join(folder, '../', `${folder.split('/').at(-1)}-cache`);
  await page('index.html', '<a href="/a/#x">a</a><a href="/a/#y">a</a>');
  await page('a/index.html', '<p id="x">**</p>');
  await writeFile(join(folder, 'llms.txt'), '[a](/a/) [b](/b/)');
  const stamps = { 'index.html': '1', 'a/index.html': '2', 'llms.txt': '3' };
  const files = new Map(Object.entries(stamps));
  const fresh = await checkSite(folder, '/');
  for (const damage of [undefined, undefined, 'null', '{']) {
    if (damage !== undefined) await writeFile(join(cache, 'checked-pages.bin'), damage);
    expect(await checkBuild(cache, files)).toEqual(fresh);
  }
  await page('a/index.html', '<p id="y">a</p>');
  files.set('a/index.html', 'changed').delete('llms.txt');
  await rm(join(folder, 'llms.txt'));
  const changed = await checkSite(folder, '/');
  for (let run = 0; run < 2; run += 1) {
    expect(await checkBuild(cache, files)).toEqual(changed);
  }
  await rm(cache, { recursive: true });
});

test('a page whose stamp is the same is not read again', async () => {
  const cache = join(folder, '../', `${folder.split('/').at(-1)}-cache`);
  await page('index.html', '<p id="x">a</p>');
  const files = new Map([['index.html', '1']]);
  const first = await checkBuild(cache, files);
  await rm(join(folder, 'index.html'));
  expect(await checkBuild(cache, files)).toEqual(first);
  await rm(cache, { recursive: true });
});

test('pages that are read while the site is written are judged with all others, if they stay', async () => {
  const cache = join(folder, '../', `${folder.split('/').at(-1)}-cache`);
  await page('a/index.html', '<p id="x">**</p><a href="/gone/">g</a>');
  const files = new Map([
    ['index.html', '1'],
    ['a/index.html', '2'],
  ]);
  const check = await BuildCheck.open(cache, { base: '/', url: '' });
  check.take('a/index.html', 'replaced since', '<p id="y">a</p>');
  check.take('index.html', '1', '<main><a href="/a/#x">a</a><a href="/a/#y">a</a></main>');
  check.take('never-written/index.html', '3', '<a href="/b/">b</a>');
  const found = await check.finish(folder, files);
  expect(found.faults.map(({ page: path, kind, detail }) => [path, kind, detail])).toEqual([
    ['/a/', 'dead link', '/gone/'],
    ['/a/', 'raw syntax', '** g '],
    ['/', 'dead fragment', '/a/#y'],
  ]);
  expect(await checkBuild(cache, files)).toEqual(found);
  await rm(cache, { recursive: true });
});

test('a reference that pages share is judged on each, a relative one by where it stands', async () => {
  for (const path of ['index.html', 'a/index.html', 'b/index.html']) {
    await page(path, '<a href="/gone/">x</a> <a href="/a/#x">y</a> <a href="c/">z</a>');
  }
  await page('a/c/index.html', '<p></p>');
  const { links, faults } = await checkSite(folder, '/');
  expect(links).toBe(9);
  expect(faults.map(({ page: at, kind, detail }) => `${at}: ${kind} ${detail}`)).toEqual([
    '/a/: dead link /gone/',
    '/a/: dead fragment /a/#x',
    '/b/: dead link /gone/',
    '/b/: dead fragment /a/#x',
    '/b/: dead link c/',
    '/: dead link /gone/',
    '/: dead fragment /a/#x',
    '/: dead link c/',
  ]);
});
