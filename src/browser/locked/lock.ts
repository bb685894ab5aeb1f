/** Opens what the build has encrypted (see `garden/locked`). */
import { type Lock, nonceLength, plainPassword } from '../../garden/locked.ts';
import type { LockedContent } from '../../garden/locked-content.ts';

/** The lock of a page with the address that it is for. */
export interface PageLock extends Lock {
  readonly permalink: string;
}

/** The lock in a page; null where the page has none. */
export function lockIn(page: Document | Element): PageLock | null {
  const text = page.querySelector('script[data-lock]')?.textContent;
  return text ? (JSON.parse(text) as PageLock) : null;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** The key of a password as base64: 32 bytes. It takes a moment, which is what protects the password. */
export async function deriveKey(lock: Lock, password: string): Promise<string> {
  const written = new TextEncoder().encode(plainPassword(password));
  const material = await crypto.subtle.importKey('raw', written, 'PBKDF2', false, ['deriveBits']);
  const { salt, rounds } = lock;
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: rounds };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
  return btoa(String.fromCharCode(...bits));
}

/** What was encrypted for an address; null where the key is another one, or something was changed. */
export async function decrypted(
  key: string,
  address: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | null> {
  const own = await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['decrypt']);
  const iv = bytes.subarray(0, nonceLength);
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(address) };
  return crypto.subtle.decrypt(how, own, bytes.subarray(nonceLength)).catch(() => null);
}

/** What the page says; null where the key does not open it. */
export async function contentOf(lock: PageLock, key: string): Promise<LockedContent | null> {
  const plain = await decrypted(key, lock.permalink, bytesOf(lock.data));
  return plain === null ? null : (JSON.parse(new TextDecoder().decode(plain)) as LockedContent);
}
