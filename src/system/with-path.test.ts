import { expect, test } from 'vitest';
import { withPath } from './with-path.ts';

const failing = (details: object) => () => {
  throw Object.assign(new Error('failed'), details);
};

test('an error of the system without a path gets the one that was written, and no other does', () => {
  expect(withPath('/out', () => 1)).toBe(1);
  expect(() => withPath('/out', failing({ code: 'ENOSPC' }))).toThrow(
    expect.objectContaining({ code: 'ENOSPC', path: '/out' }),
  );
  expect(() => withPath('/out', failing({ code: 'ENOENT', path: '/in' }))).toThrow(
    expect.objectContaining({ path: '/in' }),
  );
  expect(() => withPath('/out', failing({}))).toThrow(
    expect.not.objectContaining({ path: '/out' }),
  );
});
