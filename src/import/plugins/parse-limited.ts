/** Reads notes with plugins, which may never end: each note has its time. */
import type { ParsedNote } from '../../garden/body.ts';
import type { SourceFile, Vault } from '../../garden/note.ts';
import { parseNote } from '../../garden/parse/parse-note.ts';
import { TimeLimitError, withinTime } from '../../system/time-limit.ts';
import { noPlugins, type Plugins } from './load-plugins.ts';

type Asked = Pick<Plugins, 'extensions' | 'timeMs'>;

/**
 * Reads a note as `parseNote` does. A plugin that runs when the time of the note is over is not asked
 * again in this run: then the note is read anew without it, and the place of each of its answers says so.
 */
export function parseLimited(note: SourceFile, vault: Vault, plugins: Asked): ParsedNote {
  const { extensions, timeMs } = plugins;
  const parse = () => parseNote(note, vault, extensions);
  if (extensions === noPlugins.extensions) return parse();
  try {
    return withinTime(parse, timeMs);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    // Without a plugin that was running the note itself takes long, which it may.
    return extensions.stopRunning(note.path) ? parseLimited(note, vault, plugins) : parse();
  }
}
