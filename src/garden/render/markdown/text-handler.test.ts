import fc from 'fast-check';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { text } from './text-handler.ts';

const value = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'W',
        's',
        '1',
        '.',
        ')',
        ':',
        '/',
        ' ',
        '\n',
        '\r',
        '\t',
        '\\',
        '`',
        '~',
        '*',
        '_',
        '-',
        '+',
      ],
      ...[
        '#',
        '!',
        '[',
        ']',
        '(',
        '<',
        '>',
        '=',
        '&',
        '|',
        '$',
        '^',
        '@',
        '"',
        "'",
        '字',
        '。',
        '\u007f',
      ],
    ),
    { maxLength: 8 },
  )
  .map((characters) => characters.join(''));
const leaf = value.map((written): PhrasingContent => ({ type: 'text', value: written }));
const phrasing = fc.array(
  fc.oneof(
    leaf,
    leaf.map((child): PhrasingContent => ({ type: 'strong', children: [child] })),
    leaf.map((child): PhrasingContent => ({ type: 'emphasis', children: [child] })),
    leaf.map((child): PhrasingContent => ({ type: 'delete', children: [child] })),
    fc
      .tuple(leaf, fc.constantFrom('https://a.example', '', 'mailto:a@b.example'))
      .map(
        ([child, url]): PhrasingContent => ({ type: 'link', url, title: null, children: [child] }),
      ),
    value.map((written): PhrasingContent => ({ type: 'inlineCode', value: written })),
    fc.constant<PhrasingContent>({ type: 'break' }),
  ),
  { maxLength: 4 },
);
const trees = fc.array(
  phrasing.chain((children) =>
    fc.constantFrom<Nodes>(
      { type: 'paragraph', children },
      { type: 'heading', depth: 2, children },
      {
        type: 'list',
        children: [
          { type: 'listItem', checked: true, children: [{ type: 'paragraph', children }] },
        ],
      },
      {
        type: 'table',
        children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
      },
    ),
  ),
  { maxLength: 3 },
);

/** The default handler, with the same `peek`: without one the next text is escaped to know how it begins. */
const whole = Object.assign<Handle, Pick<typeof text, 'peek'>>(
  (...given) => defaultHandlers.text(...given),
  { peek: text.peek },
);

test('text is escaped as by the default handler', () => {
  const extensions = [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()];
  fc.assert(
    fc.property(trees, (children) => {
      const tree = { type: 'root', children } as Root;
      const expected = toMarkdown(structuredClone(tree), { handlers: { text: whole }, extensions });
      expect(toMarkdown(tree, { handlers: { text }, extensions })).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});
