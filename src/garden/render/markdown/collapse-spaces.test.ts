import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { expect, test } from 'vitest';
import { collapseSpaces } from './collapse-spaces.ts';

const names =
  'a b br button code div em hr img input li nobr ol p pre script span strong svg td title ul wbr xmp'.split(
    ' ',
  );
const spaces = fc.stringMatching(/^[ \n\t\r\f\v]{0,3}$/);
const words = fc
  .tuple(spaces, fc.constantFrom('', 'one', 'one  two', '一\n二', '\u00a0'), spaces)
  .map((parts) => parts.join(''));

const { nodes } = fc.letrec<{ node: ElementContent; nodes: ElementContent[] }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 5 }),
  node: fc.oneof(
    { maxDepth: 4 },
    words.map((value): ElementContent => ({ type: 'text', value })),
    fc.constant<ElementContent>({ type: 'comment', value: ' note ' }),
    fc.constant<ElementContent>({ type: 'raw', value: '<b> raw </b>' }),
    tie('nodes').map(
      (children): ElementContent => ({
        ...{ type: 'mdxJsxTextElement', name: 'Box', attributes: [] },
        children: children as Element['children'],
      }),
    ),
    fc
      .record({
        tagName: fc.constantFrom(...names),
        properties: fc.constantFrom<Element['properties']>({}, { hidden: true }, { noWrap: true }),
        children: tie('nodes'),
      })
      .map((element): ElementContent => ({ type: 'element', ...element })),
  ),
}));

/** The tree as the library collapses it before it makes Markdown of it. */
function collapsedByLibrary(children: ElementContent[]): ElementContent[] {
  let found: ElementContent[] = [];
  toMdast(
    { type: 'root', children },
    {
      nodeHandlers: {
        root: (_, root) => {
          found = root.children as ElementContent[];
          return { type: 'root', children: [] };
        },
      },
    },
  );
  return found;
}

test('white space is collapsed as the library does, and what was given stays as it was', () => {
  fc.assert(
    fc.property(nodes, (given) => {
      const before = structuredClone(given);
      expect(collapseSpaces(given)).toEqual(collapsedByLibrary(given));
      expect(given).toEqual(before);
    }),
    { numRuns: 2000 },
  );
});

test('what has nothing to collapse is not copied', () => {
  const paragraph: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: 'One word.' }],
  };
  expect(collapseSpaces([paragraph])[0]).toBe(paragraph);
});
