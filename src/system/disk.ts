/** File access: lists and reads a folder of notes, writes results, copies assets. */
import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { clearWay } from './clear-way.ts';
import { errorCode } from './error-code.ts';
import { type FoundFile, walkFiles } from './walk-files.ts';
import { withPath } from './with-path.ts';

/** The text of a file, and what could not be decoded. */
export interface ReadText {
  readonly text: string;
  /** Why some of the text differs from the file, or ''. */
  readonly flaw: string;
}

/** Files at the same time: enough to keep a disk busy, below every default limit on open files. */
const readersAtOnce = 32;

/** All files below a folder, as `walkFiles` finds them, without what was skipped. */
export async function listFiles(folder: string): Promise<readonly FoundFile[]> {
  return (await walkFiles(folder)).files;
}

/** Reads many files, a few at a time; results in the order of the files. */
export async function mapFiles<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
  atOnce = readersAtOnce,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const reader = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await read(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return results;
}

/** Text of a note's bytes: UTF-8 or UTF-16 by its mark, '\n' line ends, no byte order mark. */
export function decodeText(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const marked = first === 0xff ? 'utf-16le' : 'utf-16be';
  const encoding = isMarked ? marked : unmarkedEncoding(bytes);
  const isUtf16 = encoding !== 'utf-8';
  const decoded = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
  const text = decoded.replaceAll('\u0000', '\ufffd');
  if (text !== decoded) return { text, flaw: 'The file holds NUL bytes.' };
  const broken = !isUtf16 && decoded.includes('\ufffd') && !isValidUtf8(bytes);
  return { text, flaw: broken ? 'The file is not valid UTF-8.' : '' };
}

/** UTF-16 without a byte order mark has NUL in every other byte of its spaces and line ends. */
function unmarkedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const nulls = [0, 0];
  const length = Math.min(bytes.length, 2000);
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nulls;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) * 20 < length) return 'utf-8';
  if (even > 0 && odd > 0) return 'utf-8';
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Why a file cannot be read: the system's error code, or '' where it can be. */
export async function readingFault(location: string): Promise<string> {
  try {
    // Opened without waiting for what a pipe of this name would bring.
    closeSync(openSync(location, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
    return '';
  } catch (error) {
    return errorCode(error) || 'unknown';
  }
}

/** The bytes of a file. Read at once: a small file costs less than a thread that reads it. */
export async function readBytes(location: string): Promise<Uint8Array> {
  return readFileSync(location);
}

/** The text of a file, or null when there is none. */
export async function readTextIfAny(location: string): Promise<string | null> {
  try {
    return decodeText(await readFile(location)).text;
  } catch {
    return null;
  }
}

/** SHA-1 of the parts in order, as 40 hex digits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  if (parts.every((part) => typeof part === 'string')) {
    return hash('sha1', `${parts.join('\u0000')}\u0000`, 'hex');
  }
  const sum = createHash('sha1');
  for (const part of parts) sum.update(part).update('\u0000');
  return sum.digest('hex');
}

/** A number below `count` that a text tells, alike in every run: texts are spread evenly over the numbers. */
export function bucketOf(text: string, count: number): number {
  return Number.parseInt(digestOf(text).slice(0, 8), 16) % count;
}

/** Length of the hex digest before the content. */
const sealLength = 40;

/** The bytes with their digest before them, by which damage is noticed. */
export function sealed(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(digestOf(bytes), 'latin1'), bytes]);
}

/** The digest of what was sealed, which tells it from anything else. */
export function sealOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, sealLength)).toString('latin1');
}

/** What `sealed` was given, or null when the bytes are damaged. */
export function unsealed(bytes: Uint8Array): Uint8Array | null {
  const content = bytes.subarray(sealLength);
  return sealOf(bytes) === digestOf(content) ? content : null;
}

/** Writes a file atomically, and only when its content changes; creates its folder. */
export async function writeIfChanged(location: string, content: string): Promise<boolean> {
  if (readTextRaw(location) === content) return false;
  await writeBytes(location, content);
  return true;
}

/** Writes bytes atomically, and only when they change; creates the folder. */
export async function writeBytesIfChanged(location: string, content: Uint8Array): Promise<void> {
  const old = await readFile(location).catch(() => null);
  if (!old?.equals(content)) await writeBytes(location, content);
}

/**
 * Writes a file atomically: a reader never sees half of it. Creates its folder. Written at once: a small
 * file costs less than a thread that writes it.
 */
export async function writeBytes(location: string, content: string | Uint8Array): Promise<void> {
  const draft = `${location}.${process.pid}.part`;
  inFolder(location, () => withPath(location, () => writeFileSync(draft, content)));
  await moveOver(draft, location);
}

async function moveOver(draft: string, location: string): Promise<void> {
  try {
    renameSync(draft, location);
  } catch (error) {
    if (errorCode(error) === 'EISDIR') clearWay(location, error);
    await replace(draft, location);
  }
}

/** Runs what makes a file in a claimed folder; creates the file's folder, and removes what is in its place. */
export function inFolder<Result>(location: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    clearWay(location, error);
    return make();
  }
}

/** Errors of Windows while another program has the file open, such as a virus scanner. */
const busyCodes = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** Renames a file over another one; on Windows again for a second while another program holds it. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isBusy = process.platform === 'win32' && busyCodes.has(errorCode(error));
      if (!isBusy || attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

function readTextRaw(location: string): string | null {
  // Most files are new in a first build, and an error with its stack costs more than this question.
  if (!existsSync(location)) return null;
  try {
    return readFileSync(location, 'utf8');
  } catch {
    return null;
  }
}

/** Copies a file unless the copy has the same content, whatever the times of the two; creates its folder. */
export async function copyIfChanged(from: string, to: string): Promise<void> {
  const [source, copy] = await Promise.all([stat(from), stat(to).catch(() => null)]);
  if (copy?.isFile() && copy.size === source.size && (await haveSameBytes(from, to))) return;
  const draft = `${to}.${process.pid}.part`;
  inFolder(to, () => withPath(to, () => copyFileSync(from, draft)));
  await moveOver(draft, to);
}

async function haveSameBytes(a: string, b: string): Promise<boolean> {
  const [bytes, others] = await Promise.all([readFile(a), readFile(b)]);
  return bytes.equals(others);
}

/**
 * Removes the files of a folder, or of `part` of it, that are not among the wanted names (relative to
 * the folder, '/'-separated).
 */
export async function keepOnly(
  folder: string,
  wanted: ReadonlySet<string>,
  part = '',
): Promise<void> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(join(folder, part), options).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const location = join(entry.parentPath, entry.name);
    const name = relative(folder, location).replaceAll('\\', '/');
    if (!wanted.has(name)) await rm(location);
  }
}
