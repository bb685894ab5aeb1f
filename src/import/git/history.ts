/** Dates of files out of what `git log` tells, newest commit first. Pure: no process, no disk. */

/** ISO days in the time zones of the commits; '' when the history does not tell. */
export interface FileDates {
  readonly created: string;
  readonly modified: string;
}

/** What makes git say what `History` reads: a day for each commit, then what it did to which files. */
export const historyFormat = ['--format=%x01%as', '--name-status', '-M', '-z'] as const;

interface Life {
  created: string;
  modified: string;
}

/**
 * Follows each file back to the commit that added it, also under its older names. Feed it the output
 * of `git log` with `historyFormat` as it comes. Merges tell nothing; a new name alone is no change.
 */
export class History {
  readonly #files = new Map<string, Life>();
  /** Names at the point reached, and which file bore each; null for those that are gone by now. */
  readonly #bearers = new Map<string, Life | null>();
  #rest = '';
  #day = '';
  #fields: string[] = [];

  /** Takes the next piece of git's output. */
  read(piece: string): void {
    const tokens = (this.#rest + piece).split('\0');
    this.#rest = tokens.pop() ?? '';
    for (const token of tokens) this.#take(token);
  }

  /** Dates of all files that are there after the newest commit, by path as git writes it. */
  dates(): ReadonlyMap<string, FileDates> {
    return this.#files;
  }

  #take(token: string): void {
    const [status] = this.#fields;
    if (status === undefined) {
      const field = token.replace(/^\n/, '');
      if (field.startsWith('\u0001')) this.#day = field.slice(1);
      else if (field !== '') this.#fields = [field];
      return;
    }
    this.#fields.push(token);
    const [, path = '', newPath] = this.#fields;
    const isPair = /^[RC]/.test(status);
    if (isPair && newPath === undefined) return;
    this.#fields = [];
    this.#change(status, path, newPath ?? path);
  }

  #change(status: string, oldPath: string, path: string): void {
    if (status === 'D') {
      if (!this.#bearers.has(path)) this.#bearers.set(path, null);
      return;
    }
    const file = this.#bearerOf(path);
    if (file !== null) {
      file.created = this.#day;
      if (status !== 'R100') file.modified ||= this.#day;
    }
    // What bore this name before is another file, and not there any more.
    if (/^[ACR]/.test(status)) this.#bearers.set(path, null);
    if (status.startsWith('R')) this.#bearers.set(oldPath, file);
  }

  /** The file that bears this name here; one that was not met before is there to this day. */
  #bearerOf(path: string): Life | null {
    const known = this.#bearers.get(path);
    if (known !== undefined) return known;
    const file: Life = { created: '', modified: '' };
    this.#files.set(path, file);
    this.#bearers.set(path, file);
    return file;
  }
}
