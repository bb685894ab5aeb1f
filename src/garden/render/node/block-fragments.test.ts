import { expect, test } from 'vitest';
import { readAndRender } from '../../fixtures/read-and-render.ts';

test.for([
  ['a paragraph', 'words'],
  ['a list', '- words'],
  ['a quote', '> words'],
  ['a callout', '> [!note] words'],
  ['a table', '| a |\n|---|\n| b |'],
  ['code', '```js\na\n```'],
  ['a diagram', '```mermaid\ngraph TD\n```'],
  ['a formula', '$$\na\n$$'],
  ['HTML', '<p>words</p>'],
  ['a rule', '***'],
  ['a query for notes', '```dataview\nLIST\n```'],
  ['a query for text', '```query\nwords\n```'],
  ['tasks', '```tasks\nnot done\n```'],
  ['a base', '```base\nviews:\n  - type: table\n```'],
  ['what a plugin makes', '```chart\ntype: bar\n```'],
])('an id below %s is where links to it lead', ([, block]) => {
  const { rendered, diagnostics } = readAndRender('obsidian', `${block}\n\n^here\n\n[[#^here]]`);
  expect(rendered?.page.html.match(/ id="\^here"/g)).toHaveLength(1);
  expect(rendered?.page.html).toContain('href="/note/#%5Ehere"');
  expect(diagnostics.map(({ code }) => code)).not.toContain('unresolved-fragment');
});
