/** Values kept in files between runs, each sealed: what is damaged counts for nothing. */
import { deserialize, serialize } from 'node:v8';
import { readBytes, sealed, sealOf, unsealed, writeBytes } from './disk.ts';

/** A value with its seal, which is told by the content and names it. */
export interface SealedValue<Value> {
  readonly seal: string;
  readonly value: Value;
}

/** What a file keeps with its seal; null where the file is missing or damaged. */
export async function readSealed<Value>(location: string): Promise<SealedValue<Value> | null> {
  try {
    const bytes = await readBytes(location);
    const content = unsealed(bytes);
    return content && { seal: sealOf(bytes), value: deserialize(content) as Value };
  } catch {
    return null;
  }
}

/** What a file keeps; null where the file is missing or damaged. */
export async function readKept<Value>(location: string): Promise<Value | null> {
  return (await readSealed<Value>(location))?.value ?? null;
}

/** Keeps a value that can be cloned, such as a `Map` of arrays. @returns its seal. */
export async function writeKept(location: string, value: object): Promise<string> {
  const bytes = sealed(serialize(value));
  await writeBytes(location, bytes);
  return sealOf(bytes);
}
