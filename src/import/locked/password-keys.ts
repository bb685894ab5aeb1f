/**
 * Keys of one password, and what is encrypted with them. Nothing is random, so that two builds of the
 * same notes are the same; why that is safe says `decisions/0020-locked-pages.md`.
 */
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { lockRounds, nonceLength } from '../../garden/locked.ts';

const keyLength = 32;
const saltLength = 16;

/** Roots by name and password: deriving one takes a fifth of a second. */
const roots = new Map<string, Buffer>();

/** Derived from a password for the build alone: names, salts and nonces come from it, no ciphertext does. */
export class PasswordRoot {
  readonly #root: Buffer;
  readonly #password: string;

  constructor(name: string, password: string) {
    const known = `${name}\n${password}`;
    this.#password = password;
    this.#root =
      roots.get(known) ??
      pbkdf2Sync(password, `knowledge-garden/${name}`, lockRounds, keyLength, 'sha256');
    roots.set(known, this.#root);
  }

  /** A name of 32 hexadecimal digits that tells nothing of what it stands for. */
  nameOf(kind: 'page' | 'file', ...parts: readonly (string | Uint8Array)[]): string {
    return this.mac(kind, ...parts)
      .toString('hex')
      .slice(0, 32);
  }

  /** The salt for all that is encrypted together. */
  saltFor(texts: readonly (string | Uint8Array)[]): Buffer {
    return this.mac('salt', ...texts).subarray(0, saltLength);
  }

  /** Key for everything that has this salt. */
  keyFor(salt: Uint8Array): Buffer {
    return pbkdf2Sync(this.#password, salt, lockRounds, keyLength, 'sha256');
  }

  /** HMAC of a use and of parts, each with its digest, so that no two lists of parts are the same. */
  mac(use: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
    const mac = createHmac('sha256', this.#root).update(`${use}\n`);
    for (const part of parts) mac.update(createHash('sha256').update(part).digest());
    return mac.digest();
  }
}

/**
 * AES-256-GCM of `content` for an address: nonce, ciphertext, tag. The nonce is a MAC of address and
 * content, so that one key never encrypts two contents with one nonce.
 */
export function encrypted(
  root: PasswordRoot,
  key: Buffer,
  address: string,
  content: Uint8Array,
): Buffer {
  const nonce = root.mac('nonce', address, content).subarray(0, nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(address));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
