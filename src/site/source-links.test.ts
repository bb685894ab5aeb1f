import { expect, test } from 'vitest';
import { sourceAddress } from './source-links.ts';

test('the path of a note is in the pattern, percent-encoded', () => {
  const pattern = 'https://git.example/edit/main/notes/{path}?plain=1';
  expect(sourceAddress(pattern, 'a b/C#?.md')).toBe(
    'https://git.example/edit/main/notes/a%20b/C%23%3F.md?plain=1',
  );
  expect(sourceAddress('https://git.example/{path}', "$&/学习/it's.md")).toBe(
    "https://git.example/%24%26/%E5%AD%A6%E4%B9%A0/it's.md",
  );
});
