/** Diagnostics for links to other sites. */

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnostic } from '../../../garden/diagnostic.ts';
import { addressDecoded } from '../../../garden/percent-decoding.ts';
import type { CheckedNotes } from '../../../import/check-notes.ts';
import { engineVersion } from '../../engine-version.ts';
import { archivedAddress } from './archived.ts';
import type { AddressState } from './ask-address.ts';
import { checkAddresses } from './check-addresses.ts';

/** A place in a note that leads to another site. */
export interface OutsideLink {
  readonly address: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface OutsideSettings {
  readonly cache: string;
  /** Whether dead addresses are looked up in the Internet Archive. */
  readonly archive: boolean;
  readonly now: number;
}

const timeoutMs = 20_000;
const delayMs = 1000;

/** Asks for all addresses of other sites in published notes. */
export async function addressDiagnostics(
  checked: CheckedNotes,
  { cache, archive, now }: OutsideSettings,
): Promise<Diagnostic[]> {
  const links = outsideLinks(checked);
  const userAgent = `knowledge-garden/${await engineVersion()} (link check)`;
  const asking = { userAgent, timeoutMs };
  const states = await checkAddresses(
    links.map(({ address }) => address),
    { ...asking, now, delayMs, sites: 8, kept: join(cache, 'addresses.json') },
  );
  const copies = new Map<string, string>();
  for (const [address, { kind }] of states) {
    if (!archive || kind !== 'dead') continue;
    copies.set(address, await archivedAddress(address, asking));
    await sleep(delayMs);
  }
  return links.flatMap((link) => {
    const state = states.get(link.address);
    return state ? diagnosticOf(link, state, copies.get(link.address) ?? '') : [];
  });
}

/** Each address in each note once, at its first place in the text. */
function outsideLinks({ garden, folder, outside }: CheckedNotes): OutsideLink[] {
  const sources = new Map(folder.sources.map(({ path, source }) => [path, source.split('\n')]));
  return [...outside].flatMap(([id, addresses]) => {
    const path = garden.notes.get(id)?.note.path ?? '';
    const lines = sources.get(path);
    // A page that embeds the note has its links as well; the note itself is where they are mended.
    return lines ? addresses.flatMap((address) => placeIn(lines, path, address)) : [];
  });
}

function placeIn(lines: readonly string[], path: string, address: string): OutsideLink[] {
  const spellings = [address, addressDecoded(address), address.replace(/\/$/, '')];
  for (const [index, line] of lines.entries()) {
    for (const spelling of spellings) {
      const at = line.indexOf(spelling);
      if (at >= 0) return [{ address, path, line: index + 1, column: at + 1 }];
    }
  }
  return [];
}

function diagnosticOf(
  { address, path, line, column }: OutsideLink,
  state: AddressState,
  copy: string,
): Diagnostic[] {
  if (state.kind === 'there') return [];
  const place = { path, line, column };
  const message = `${address} ${state.reason}.`;
  if (state.kind === 'unsure') return [{ code: 'unsure-address', ...place, message, hint: '' }];
  const hint = copy === '' ? '' : `The Internet Archive has a copy: ${copy}`;
  return [{ code: 'dead-address', ...place, message, hint }];
}
