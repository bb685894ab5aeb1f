/** Watches a folder of notes. */
import { relative } from 'node:path';
import { watch } from 'chokidar';
import { isIgnored } from '../garden/parse/find-vaults.ts';

/** Changes closer together than this are one: editors write a file in several steps. */
const quietMs = 80;

export interface WatchHandlers {
  /** Called after every burst of changes, never while an earlier call still runs. */
  readonly onChange: () => Promise<void>;
  /** Receives what `onChange` throws and what the system reports; the watch goes on. */
  readonly onError: (error: unknown) => void;
  /** Called once, when the folder is watched. */
  readonly onReady?: () => void;
  /** Ends the watch. */
  readonly signal?: AbortSignal;
}

/** Watches the files below a folder until the signal. Resolves when the watch has ended. */
export async function watchFolder(folder: string, handlers: WatchHandlers): Promise<void> {
  const { onChange, onError, onReady = () => {}, signal } = handlers;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(onChange).catch(onError);
  };
  const watcher = watch(folder, {
    ignored: (path) => !isWatched(relative(folder, path)),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
  });
  watcher.on('error', onError).on('ready', onReady);
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  });
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  clearTimeout(timer);
  await watcher.close();
  await running;
}

/** Whether a path below the notes folder may hold notes, settings of a vault, or the owner's plugins. */
export function isWatched(path: string): boolean {
  const below = path.replaceAll('\\', '/');
  if (/^\.garden(?:\/plugins(?:\/|$)|$)/.test(below)) return !/node_modules/.test(below);
  return /(?:^|\/)\.obsidian(?:\/|$)/.test(below) || !isIgnored(`${below}/`);
}
