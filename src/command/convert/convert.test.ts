import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../system/usage-error.ts';
import { convert } from './convert.ts';
import { htmlMarkdown } from './html-markdown.ts';
import { postHtml } from './post-html.ts';

const file = fileURLToPath(new URL('fixtures/export.xml', import.meta.url));
let out = '';
let printed: string[] = [];
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'garden-convert-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(out, { recursive: true });
});

function written(path: string): string {
  return readFileSync(join(out, path), 'utf8');
}

test('posts and pages of an export of WordPress become notes, and the rest is named', async () => {
  expect(await convert(['wordpress', file, '--out', out], {})).toBe(0);
  expect(readdirSync(out, { recursive: true }).map(String).sort()).toEqual([
    'Locked.md',
    'Odd.md',
    'garden.yaml',
    'posts',
    join('posts', 'Draft.md'),
    join('posts', 'Hello- world 2.md'),
    join('posts', 'Hello- world.md'),
    join('posts', 'Later.md'),
  ]);
  expect(written('garden.yaml')).toBe(
    'title: Old & good\ndescription: A blog\nmoved:\n  from: wordpress\n',
  );
  expect(printed.join('\n').split('\n').slice(1)).toEqual([
    'posts/Hello- world.md: the shortcode [contact-form] is left as it is.',
    '1 file to copy: wp-content/uploads of the site, into the same folder.',
    '1 note with a password: private here.',
    'Left out: 2 items that are no posts or pages.',
    'Left out: 1 comment.',
  ]);
});

test('a post keeps its address, dates, tags, picture and the end of its summary', async () => {
  await convert(['wordpress', file, '--out', out], {});
  expect(written('posts/Hello- world.md')).toBe(`---
title: "Hello: world"
permalink: /2024/05/01/hello
date: 2024-05-01T12:00:00
updated: 2024-05-02T12:00:00
author: ada
categories:
  - Big systems
tags:
  - c-kafka
description: In short.
image: wp-content/uploads/2024/05/cat.png
---

Some **words** and [another post](</posts/Hello- world 2.md>).

<!--more-->

![A cat](/wp-content/uploads/2024/05/cat.png)

The cat

![](https://www.youtube.com/watch?v=abc)

\`\`\`
let a = [1];
\`\`\`

\\[contact-form to="a\\@b.example"]
`);
});

test('the classic editor’s lines and shortcodes are read as WordPress shows them', async () => {
  await convert(['wordpress', file, '--out', out], {});
  expect(written('posts/Hello- world 2.md').replace(/^---.*?---\n\n/s, '')).toBe(`Classic line one\\
line two

![](</wp-content/uploads/a b.png>)

Below

\`\`\`js
a < b[0]

c
\`\`\`

![](/wp-content/uploads/2024/05/cat.png)

[first](</posts/Hello- world.md>), [other](https://other.example/)
`);
});

test.for([
  ['posts/Draft.md', 'draft: true'],
  ['posts/Later.md', 'publishDate: 2099-01-01T10:00:00Z'],
  ['Locked.md', 'private: true'],
  ['Odd.md', 'private: true'],
] as const)('%s was not public: %s', async ([path, line]) => {
  await convert(['wordpress', file, '--out', out], {});
  expect(written(path).split('\n')).toContain(line);
  expect(written(path)).not.toContain('hush');
});

test.for<[readonly string[], string]>([
  [[], 'Write npm run convert -- wordpress FILE --out DIR.'],
  [['ghost', 'a.json', '--out', 'b'], 'Write npm run convert -- wordpress FILE --out DIR.'],
  [['wordpress', 'nowhere.xml', '--out', 'b'], '“nowhere.xml” cannot be read.'],
  [['wordpress', 'package.json', '--out', 'b'], '“package.json” is no export of WordPress'],
])('%j is wrong use', async ([args, sentence]) => {
  await expect(convert(args, {})).rejects.toThrow(sentence);
});

test('nothing is written into a folder that holds something', async () => {
  writeFileSync(join(out, 'note.md'), 'mine');
  await expect(convert(['wordpress', file, '--out', out], {})).rejects.toThrow(UsageError);
  expect(readdirSync(out)).toEqual(['note.md']);
});

test('signs that Markdown lacks keep their tags, and players their addresses', () => {
  const html =
    '<p>x<sup>2</sup> <kbd>a</kbd></p><form><input></form>[embed]https://v.example/1[/embed]';
  expect(
    htmlMarkdown(
      postHtml(html, () => ''),
      (address) => address,
    ),
  ).toBe('x<sup>2</sup> <kbd>a</kbd>\n\n![](https://v.example/1)\n');
});
