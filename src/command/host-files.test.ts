import { expect, test } from 'vitest';
import { redirectsText } from './host-files.ts';

test('a redirect is a line of encoded addresses below the base', () => {
  expect(redirectsText([{ from: '/旧/', to: '/a-b/' }], '/garden/')).toBe(
    '/garden/%E6%97%A7/ /garden/a-b/ 301\n',
  );
});

test('a former address with an extension is asked for without a slash', () => {
  expect(redirectsText([{ from: '/old/a b.html/', to: '/a/' }], '/')).toBe(
    '/old/a%20b.html /a/ 301\n',
  );
});

test('without redirects there is nothing to write, and hosts’ limits hold', () => {
  expect(redirectsText([], '/')).toBe('');
  const many = Array.from({ length: 2100 }, (_, at) => ({ from: `/${at}/`, to: '/a/' }));
  expect(redirectsText(many, '/').split('\n')).toHaveLength(2001);
});
