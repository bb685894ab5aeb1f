/**
 * What the last build of a site was made of and left, so that the next one can tell without work that there
 * is none. It is gone while a build runs: one that was stopped leaves nothing that counts.
 */
import { rm } from 'node:fs/promises';
import { readMarker } from '../system/folder-marker.ts';
import { readKept, writeKept } from '../system/kept-value.ts';
import { type BuildInputs, readInputs } from './build-inputs.ts';
import type { SiteFolders } from './folders.ts';
import { changeSince, type KeptWork, stateOfGarden } from './kept-work.ts';
import { SiteFolder } from './site-folder.ts';
import { siteStateFile } from './site-state.ts';

/** What a build told its user. */
export interface BuildOutcome {
  /** What it printed besides its stages. */
  readonly lines: readonly string[];
  /** Whether neither the notes nor the site have an error: what `--strict` asks. */
  readonly isSound: boolean;
}

/** A build with the time in which its inputs give the same site, as milliseconds since 1970. */
export interface Build extends BuildOutcome {
  readonly from: number;
  readonly until: number;
  /** The state of the records that it left; null where that cannot be told. */
  readonly garden: string | null;
}

interface Kept extends KeptWork {
  readonly outcome: BuildOutcome;
}

/** Either what the last build told, or why that does not count any more. */
export type LastBuild = { readonly outcome: BuildOutcome } | { readonly reason: string };

/** The builds of a site in its folders, one after the other. */
export class BuildRecord {
  readonly #folders: SiteFolders;
  readonly #location: string;
  readonly #inputs: BuildInputs | null;

  private constructor(folders: SiteFolders, inputs: BuildInputs | null) {
    this.#folders = folders;
    this.#location = siteStateFile(folders.site, folders.cache).replace(/\.bin$/u, '.last');
    this.#inputs = inputs;
  }

  /** Looks at the inputs, before anything of them is read. */
  static async open(folders: SiteFolders, environment: NodeJS.ProcessEnv): Promise<BuildRecord> {
    return new BuildRecord(folders, await readInputs(folders, environment));
  }

  /** What the last build told, if nothing that it read or left has changed since. */
  async last(now: number): Promise<LastBuild> {
    const kept = await readKept<Kept>(this.#location);
    if (kept === null) return { reason: 'nothing is known of the last build' };
    if (this.#inputs === null) return { reason: 'whether the notes changed cannot be told' };
    const reason = changeSince(kept, this.#inputs, now);
    if (reason !== null) return { reason };
    const { garden } = this.#folders;
    const isLeft = kept.garden === stateOfGarden(garden) && (await this.#isSiteLeft());
    return isLeft ? { outcome: kept.outcome } : { reason: 'what the last build left changed' };
  }

  async #isSiteLeft(): Promise<boolean> {
    const { site, cache } = this.#folders;
    if ((await readMarker(site)) !== 'complete') return false;
    return (await SiteFolder.open(site, cache)).isAsLeft();
  }

  /** Forgets the last build, before another one changes anything. */
  async forget(): Promise<void> {
    await rm(this.#location, { force: true });
  }

  /** Keeps a build that is complete; none where its inputs cannot be told. */
  async keep({ from, until, garden, ...outcome }: Build): Promise<void> {
    if (this.#inputs === null || garden === null || from >= until) return;
    const kept: Kept = { inputs: this.#inputs, garden, from, until, outcome };
    await writeKept(this.#location, kept);
  }
}
