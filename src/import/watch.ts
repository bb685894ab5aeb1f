/** Watches a folder of notes. */
import { constants, realpathSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { relative } from 'node:path';
import { watch } from 'chokidar';
import { isIgnored } from '../garden/parse/find-vaults.ts';
import { errorCode } from '../system/error-code.ts';

/** Changes closer together than this are one: editors write a file in several steps. */
const quietMs = 80;

/** How often a folder that cannot be read is tried again. */
const lockedMs = 1000;

export interface WatchHandlers {
  /**
   * Called after every burst of changes, never while an earlier call still runs. `paths` are those of the files
   * and folders that changed since, '/'-separated, below the folder.
   */
  readonly onChange: (paths: readonly string[]) => Promise<void>;
  /** Called at once when something changed. */
  readonly onNotice?: () => void;
  /** Receives what `onChange` throws and what the system reports; the watch goes on. */
  readonly onError: (error: unknown) => void;
  /** Called once, when the folder is watched. */
  readonly onReady?: () => void;
  /** Ends the watch. */
  readonly signal?: AbortSignal;
}

/**
 * Watches the files below a folder until the signal. Resolves when the watch has ended. The folder itself
 * may be a link; links below it are not followed.
 */
export async function watchFolder(folder: string, handlers: WatchHandlers): Promise<void> {
  const { onChange, onError, onReady = () => {}, onNotice = () => {}, signal } = handlers;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = new Set<string>();
  const takeChanged = () => {
    const paths = [...changed];
    changed.clear();
    return paths;
  };
  const run = () => {
    running = running.then(() => onChange(takeChanged())).catch(onError);
  };
  const root = realpathSync(folder);
  const watcher = watch(root, {
    ignored: (path) => !isWatched(relative(root, path)),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    followSymlinks: false,
  });
  watcher.on('error', onError).on('ready', onReady);
  const onEvent = (path: string) => {
    changed.add(relative(root, path).replaceAll('\\', '/').normalize('NFC'));
    onNotice();
    clearTimeout(timer);
    timer = setTimeout(run, quietMs);
  };
  watcher.on('all', (_, path) => onEvent(path));
  // The system reports nothing of a folder that it did not let be read, also when it does again, nor of one that
  // was moved away: a program that synchronizes, or a disk, brings it back.
  const locked = new LockedFolders(root, (path) => {
    watcher.unwatch(path);
    watcher.add(path);
    onEvent(path);
  });
  watcher.on('unlinkDir', (path) => void locked.test(path));
  watcher.on('addDir', (path) => void locked.test(path));
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
  clearTimeout(timer);
  locked.stop();
  await watcher.close();
  await running;
}

/** Waits for folders that exist and cannot be read, and for the watched folder where it is gone. */
class LockedFolders {
  readonly #root: string;
  readonly #onReadable: (path: string) => void;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(root: string, onReadable: (path: string) => void) {
    this.#root = root;
    this.#onReadable = onReadable;
  }

  /** Tries a folder, and where it is locked again and again until it can be read or is gone. */
  async test(path: string): Promise<void> {
    const wasLocked = this.#timers.has(path);
    clearTimeout(this.#timers.get(path));
    const fault = await access(path, constants.R_OK | constants.X_OK).then(() => '', errorCode);
    const isAway = fault === 'ENOENT' && path === this.#root;
    if (fault === 'EACCES' || fault === 'EPERM' || isAway) {
      this.#timers.set(
        path,
        setTimeout(() => void this.test(path), lockedMs),
      );
      return;
    }
    this.#timers.delete(path);
    if (wasLocked && fault === '') this.#onReadable(path);
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}

/** Whether a path below the notes folder may hold notes, settings of a vault, or the owner's plugins. */
export function isWatched(path: string): boolean {
  const below = path.replaceAll('\\', '/');
  if (/^\.garden(?:\/plugins(?:\/|$)|$)/.test(below)) return !/node_modules/.test(below);
  return /(?:^|\/)\.obsidian(?:\/|$)/.test(below) || !isIgnored(`${below}/`);
}
