/** What was read of the pages of the last check, by the digest of their HTML. */
import { join } from 'node:path';
import { codeVersion } from '../system/code-version.ts';
import { digestOf, readTextIfAny, writeIfChanged } from '../system/disk.ts';
import { type BuiltPage, readBuiltPage } from './read-page.ts';

interface Kept {
  readonly version: string;
  readonly pages: Readonly<Record<string, BuiltPage>>;
}

const fileName = 'checked-pages.json';

export class PageCache {
  readonly #version = codeVersion(import.meta.resolve('./read-page.ts'));
  readonly #before: ReadonlyMap<string, BuiltPage>;
  readonly #now = new Map<string, BuiltPage>();

  private constructor(text: string | null) {
    const kept = parseKept(text);
    this.#before = new Map(kept?.version === this.#version ? Object.entries(kept.pages) : []);
  }

  /** Opens the cache in a folder; a damaged or foreign file is an empty cache. */
  static async open(folder: string): Promise<PageCache> {
    return new PageCache(await readTextIfAny(join(folder, fileName)));
  }

  /** The page of an HTML text, read only when its bytes were not read before. */
  read(html: string): BuiltPage {
    const digest = digestOf(html);
    const page = this.#before.get(digest) ?? readBuiltPage(html);
    this.#now.set(digest, page);
    return page;
  }

  /** Keeps what this check read, and nothing older. */
  async save(folder: string): Promise<void> {
    const pages = Object.fromEntries([...this.#now].sort(([a], [b]) => (a < b ? -1 : 1)));
    const kept: Kept = { version: this.#version, pages };
    await writeIfChanged(join(folder, fileName), JSON.stringify(kept));
  }
}

function parseKept(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    const isKept =
      typeof value === 'object' && value !== null && 'version' in value && 'pages' in value;
    return isKept && typeof value.pages === 'object' && value.pages !== null
      ? (value as Kept)
      : null;
  } catch {
    return null;
  }
}
