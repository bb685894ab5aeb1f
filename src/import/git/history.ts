/** Dates of files from the output of `git log`, newest commit first. Pure: no process, no disk. */

/** ISO days in the time zones of the commits; '' when unknown. */
export interface FileDates {
  readonly created: string;
  readonly modified: string;
}

/** Options of `git log` for `History`: the day of each commit, then its changes by file. */
export const historyFormat = ['--format=%x01%as', '--name-status', '-M', '-z'] as const;

interface Life {
  created: string;
  modified: string;
}

/**
 * Follows each file back to the commit that added it, also under its older names. Feed it the output
 * of `git log` with `historyFormat` as it comes. Merges are ignored; a rename alone is no change.
 */
export class History {
  readonly #files = new Map<string, Life>();
  /** The file behind each name at the commit reached; null for files deleted since. */
  readonly #fileByName = new Map<string, Life | null>();
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
      if (!this.#fileByName.has(path)) this.#fileByName.set(path, null);
      return;
    }
    const file = this.#fileNamed(path);
    if (file !== null) {
      file.created = this.#day;
      if (status !== 'R100') file.modified ||= this.#day;
    }
    // Before this commit the name belonged to another file, which is gone.
    if (/^[ACR]/.test(status)) this.#fileByName.set(path, null);
    if (status.startsWith('R')) this.#fileByName.set(oldPath, file);
  }

  /** The file with this name at the commit reached; a name not met before belongs to a current file. */
  #fileNamed(path: string): Life | null {
    const known = this.#fileByName.get(path);
    if (known !== undefined) return known;
    const file: Life = { created: '', modified: '' };
    this.#files.set(path, file);
    this.#fileByName.set(path, file);
    return file;
  }
}
