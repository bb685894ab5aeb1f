import { expect, test } from 'vitest';
import { slugOf } from '../garden/resolve/address/slug.ts';
import { likelyAddress, pageInFragment } from './graph-address.ts';

test.for([
  ['#/page/logs', 'logs'],
  ['#/page/a%2Fb%20c', 'a/b c'],
  ['#/page/%E6%97%A5%E5%BF%97?anchor=ls-block-1', '日志'],
  ['#/page/100%', '100%'],
  ['#/page/64e5f1c2-1111-4222-8333-944445555666', ''],
  ['#/all-pages', ''],
  ['#heading', ''],
  ['', ''],
] as const)('the fragment %s names %s', ([fragment, name]) => {
  expect(pageInFragment(fragment)).toBe(name);
});

test.for(['Logs', 'a/b c', '日志', 'What: is? [it]', 'Zürich - Bern', 'mit/6.824'])(
  'the page %s is where the site has it',
  (name) => {
    expect(decodeURIComponent(likelyAddress(name))).toBe(`${slugOf(name)}/`);
  },
);
