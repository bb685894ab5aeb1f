/**
 * Pages behind a password: what the build encrypts and a reader's browser decrypts. The key is PBKDF2
 * (SHA-256) of the password and the salt, each text is AES-256-GCM under it, with its own address as
 * additional data, so that no page or file can stand in for another one.
 */
/** Rounds of PBKDF2: what OWASP advises for SHA-256. */
export const lockRounds = 600_000;

/** Bytes of the nonce, which stands before what is encrypted. */
export const nonceLength = 12;

/** Folder of encrypted files in the site. */
export const lockedFolder = '_locked';

/** What a locked page says to everybody: how to make the key, and what it opens. */
export interface Lock {
  /** Base64. Pages with one password have one salt, so that one key opens all of them. */
  readonly salt: string;
  readonly rounds: number;
  /** Base64 of nonce and encrypted `LockedContent`, as JSON that ends in spaces. */
  readonly data: string;
}

/** A page behind a password. Nothing in it tells what the note says, but the title that its owner chose. */
export interface LockedPage {
  readonly kind: 'locked';
  readonly id: string;
  readonly permalink: string;
  /** '' where the owner chose none. */
  readonly title: string;
  readonly lock: Lock;
}

/** A password as it is derived from: without what an input or a shell adds at its ends, in one spelling. */
export function plainPassword(written: string): string {
  return written.trim().normalize('NFKC');
}
