/** Asks for addresses of other sites: politely, and not again while an answer is fresh. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readTextIfAny, writeBytes } from '../../../system/disk.ts';
import { type AddressState, type AskSettings, askAddress } from './ask-address.ts';
import { robotRules } from './robots.ts';

export interface AddressSettings extends AskSettings {
  /** File that keeps the answers. */
  readonly kept: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds between two requests to one site. */
  readonly delayMs: number;
  /** Sites that are asked at the same time. */
  readonly sites: number;
}

interface KeptState {
  readonly state: AddressState;
  /** When the site was asked, in milliseconds since 1970. */
  readonly at: number;
}

const dayMs = 86_400_000;
/** How long an answer holds. What nobody could say is asked again in the next run. */
const freshMs = { there: 7 * dayMs, dead: dayMs, unsure: 0 };

/** The state of each address. Sites are asked side by side, the addresses of one site one by one. */
export async function checkAddresses(
  addresses: readonly string[],
  settings: AddressSettings,
): Promise<ReadonlyMap<string, AddressState>> {
  const kept = await readKept(settings.kept);
  const states = new Map<string, AddressState>();
  const missing: string[] = [];
  for (const address of new Set(addresses)) {
    const known = kept.get(address);
    if (known && settings.now - known.at < freshMs[known.state.kind]) {
      states.set(address, known.state);
    } else missing.push(address);
  }
  const sites = [...Map.groupBy(missing, (address) => new URL(address).origin)];
  const next = sites.values();
  const work = async (): Promise<void> => {
    for (const [origin, ofSite] of next) await askSite(origin, ofSite, settings, states);
  };
  await Promise.all(Array.from({ length: settings.sites }, work));
  for (const address of missing) {
    const state = states.get(address);
    if (state) kept.set(address, { state, at: settings.now });
  }
  await writeBytes(settings.kept, JSON.stringify([...kept]));
  return states;
}

async function askSite(
  origin: string,
  addresses: readonly string[],
  settings: AddressSettings,
  states: Map<string, AddressState>,
): Promise<void> {
  const rules = await robotRules(origin, settings);
  const pauseMs = Math.max(settings.delayMs, rules.delayMs);
  let isBusy = false;
  for (const address of addresses) {
    if (!rules.isAllowed(address)) {
      states.set(address, { kind: 'unsure', reason: 'must not be asked for by robots' });
    } else if (isBusy) {
      states.set(address, { kind: 'unsure', reason: 'is of a site that wants no more requests' });
    } else {
      await sleep(pauseMs);
      const state = await askAddress(address, settings);
      states.set(address, state);
      isBusy = state.kind === 'unsure' && state.reason === 'answers 429';
    }
  }
}

async function readKept(location: string): Promise<Map<string, KeptState>> {
  try {
    return new Map(JSON.parse((await readTextIfAny(location)) ?? '[]'));
  } catch {
    return new Map();
  }
}
