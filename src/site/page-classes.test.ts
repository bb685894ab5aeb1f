import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pageClasses } from './page-classes.ts';

const entry = { fragment: 'a', depth: 2, text: 'A' };

test('a page says whether it has contents and footnotes', () => {
  const html = '<section data-footnotes class="footnotes"></section>';
  expect(pageClasses({ contents: [entry, entry], html })).toEqual([
    'has-contents',
    'has-footnotes',
  ]);
  expect(pageClasses({ contents: [entry], html: '<p>text</p>' })).toEqual([]);
});

test('no style asks the root or the frame of every page what is anywhere below it', async () => {
  const found: string[] = [];
  for await (const path of glob('src/site/styles/*.css')) {
    // Only pages of the graph load this one.
    if (path.endsWith('garden-graph.css')) continue;
    const css = await readFile(path, 'utf8');
    const asks =
      css.match(/(?:^|[\s,])(?:html|body|main|:root|\.frame)[^\s,{]*:has\([^)]*\)/gu) ?? [];
    found.push(...asks.map((each) => `${path}: ${each.trim()}`));
  }
  expect(found).toEqual([]);
});
