import { expect, test } from 'vitest';
import { treeText } from '../fixtures/tree-text.ts';
import { parse } from '../obsidian/fixtures/vault.ts';

function tree(source: string): string {
  const { note, body } = parse(source);
  return treeText(body.children, note);
}

test('a footnote that nothing refers to stays in place, after its label', () => {
  expect(tree('One[^1].\n\n[^2]: alone\n\nEnd.\n\n[^1]: two')).toBe(
    '“One” footnoteReference[1] “.” ¶ html[<sup>2</sup>] “ ” “alone” ¶ “End.” footnoteDefinition[1](“two”)',
  );
});

test('footnotes that only unreferenced ones refer to stay in place, too', () => {
  expect(tree('[^a]: see[^b]\n\n[^b]: c')).toBe(
    'html[<sup>a</sup>] “ ” “see” footnoteReference[b] ¶ html[<sup>b</sup>] “ ” “c”',
  );
});

test('a second definition of one label is not lost', () => {
  expect(tree('One[^1].\n\n[^1]: two\n\n[^1]: three')).toBe(
    '“One” footnoteReference[1] “.” footnoteDefinition[1](“two”) html[<sup>1</sup>] “ ” “three”',
  );
});
