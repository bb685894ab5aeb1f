import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nonceLength } from '../../garden/locked.ts';
import { encrypted, PasswordRoot } from './password-keys.ts';
import { passwordVariable } from './passwords.ts';

const root = new PasswordRoot('family', 'secret');
const key = root.keyFor(root.saltFor(['a']));

test('one key never encrypts two contents with one nonce, and the same content twice as the same', () => {
  const message = fc.tuple(fc.string(), fc.uint8Array());
  fc.assert(
    fc.property(message, message, ([address, content], [otherAddress, otherContent]) => {
      const first = encrypted(root, key, address, content);
      const second = encrypted(root, key, otherAddress, otherContent);
      const isSame =
        address === otherAddress && Buffer.from(content).equals(Buffer.from(otherContent));
      const nonce = first.subarray(0, nonceLength);
      expect(nonce.equals(second.subarray(0, nonceLength))).toBe(isSame);
      expect(first.equals(encrypted(root, key, address, content))).toBe(true);
    }),
  );
});

test('parts of a name are kept apart', () => {
  expect(root.nameOf('file', 'ab', 'c')).not.toBe(root.nameOf('file', 'a', 'bc'));
  expect(root.nameOf('file', 'a')).not.toBe(root.nameOf('page', 'a'));
  expect(root.nameOf('file', 'a')).not.toBe(
    new PasswordRoot('family', 'other').nameOf('file', 'a'),
  );
});

test.each([
  ['family', 'GARDEN_PASSWORD_FAMILY'],
  ['my-team_2', 'GARDEN_PASSWORD_MY_TEAM_2'],
])('the password %s is in %s', (name, variable) => {
  expect(passwordVariable(name)).toBe(variable);
});
