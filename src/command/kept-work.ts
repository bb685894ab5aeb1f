/** What a command keeps of its work, so that the next one can tell without work that nothing changed since. */
import { join, resolve } from 'node:path';
import { ownValue } from '../garden/own-value.ts';
import { recordFiles } from '../garden/record-files.ts';
import { lockName } from '../system/folder-lock.ts';
import { areAsTheyWere, folderState } from '../system/folder-state.ts';
import type { BuildInputs } from './build-inputs.ts';

export interface KeptWork {
  readonly inputs: BuildInputs;
  /** State of the records that it left. */
  readonly garden: string;
  /** The time in which the same inputs give the same, as milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** What changed of that by which work was kept; null for nothing. `inputs` are those of now. */
export function changeSince(kept: KeptWork, inputs: BuildInputs, now: number): string | null {
  const changed = changedInput(kept.inputs, inputs);
  if (changed !== null) return changed;
  if (now < kept.from || now >= kept.until) return 'the day changed';
  return null;
}

/** What is another one among the inputs of now; null for nothing. */
export function changedInput(before: BuildInputs, now: BuildInputs): string | null {
  for (const [name, digest] of Object.entries(now.parts)) {
    if (ownValue(before.parts, name) !== digest) return `${name} changed`;
  }
  return areAsTheyWere(before.recent) ? null : 'a file changed';
}

/** The state of the records in a folder; null where that cannot be told. */
export function stateOfGarden(garden: string): string | null {
  const folder = resolve(garden);
  try {
    // What only development serves is no part of the records.
    const locations = [join(folder, recordFiles.development)];
    return folderState([folder], { names: [lockName], locations }).digest;
  } catch {
    return null;
  }
}
