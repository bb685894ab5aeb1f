import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

test.each([
  ['zh', '中文'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['not a language', 'not a language'],
])('the name of %s is %s', (lang, name) => {
  expect(languageName(lang)).toBe(name);
});
