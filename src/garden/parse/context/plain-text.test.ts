import type { Node } from 'unist';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

const text = (value: string) => ({ type: 'text', value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });

test('the title of a callout and its text are words apart', () => {
  const callout = { type: 'callout', kind: 'note', title: [text('Title')], fold: 'none' };
  const nodes = [{ ...callout, children: [paragraph('inside')] }, paragraph('after')] as Node[];
  expect(plainText(nodes)).toBe('Title inside after');
});
