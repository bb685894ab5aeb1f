import { expect, test } from 'vitest';
import type { NotePage } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { atom, jsonFeed } from './feeds.ts';

const page: NotePage = {
  kind: 'note',
  id: 'a',
  permalink: '/a/',
  title: 'A & <B>\u0007',
  lang: 'en',
  path: 'a.md',
  icon: '',
  description: 'one "two"',
  image: '',
  aliases: [],
  tags: [{ title: 't', permalink: '/tags/t/' }],
  properties: [],
  classes: [],
  created: '2026-01-02',
  modified: '2026-03-04',
  journal: null,
  previous: null,
  next: null,
  contents: [],
  html: '<p><a href="/b/">b</a> <a href="#c">c</a></p>',
  minutes: 1,
  mentions: [],
  tag: null,
  search: [],
  math: null,
  mdx: null,
  backlinks: [],
  ancestors: [],
  children: [],
  translations: [],
};
const feed = { title: 'Garden', page: '/', self: '/feed.xml', entries: [page] };

test('an Atom entry is escaped, dated, and its links are absolute', () => {
  const text = atom(feed);
  expect(text).toContain('<title>A &amp; &lt;B&gt;</title>');
  expect(text).toContain('<updated>2026-03-04T00:00:00.000Z</updated>');
  expect(text).toContain(`href=&quot;${site.url}/b/&quot;`);
  expect(text).toContain(`href=&quot;${site.url}/a/#c&quot;`);
});

test('an empty feed is still a feed', () => {
  expect(atom({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});

test('a JSON feed holds the same entry', () => {
  const { items } = JSON.parse(jsonFeed(feed)) as { items: { url: string; tags: string[] }[] };
  expect(items.map(({ url, tags }) => [url, tags])).toEqual([[`${site.url}/a/`, ['t']]]);
});

test('addresses of every kind are absolute, and code that shows some stays as it is written', () => {
  const code = '<pre><code>&#x3C;a href="/x" srcset="/y 1x"> href="#z"</code></pre>';
  const html = `<img alt="a > b" src="/p.png" srcset="/p.png 1x, //o/q.png 2x"><video poster="/v.png" src="//o/v.mp4"></video>${code}<a href="/">home</a>`;
  const { items } = JSON.parse(jsonFeed({ ...feed, entries: [{ ...page, html }] })) as {
    items: { content_html: string }[];
  };
  const at = site.url;
  expect(items.map((item) => item.content_html)).toEqual([
    `<img alt="a > b" src="${at}/p.png" srcset="${at}/p.png 1x, //o/q.png 2x"><video poster="${at}/v.png" src="//o/v.mp4"></video>${code}<a href="${at}/">home</a>`,
  ]);
});
