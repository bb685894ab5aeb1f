/** What an earlier run kept as JSON. */
import { readTextIfAny } from './disk.ts';

/** The value that a file holds; null where there is no file, or where it is damaged. */
export async function readKeptJson<Kept>(location: string): Promise<Kept | null> {
  const text = await readTextIfAny(location);
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
