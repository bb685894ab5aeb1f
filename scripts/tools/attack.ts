/**
 * The command `attack [kind [part of a name]]`: hostile notes in both dialects. Kinds: `vectors` (injected
 * code in every place), `canaries` (names of a private note in every place), `mutants` (real notes with
 * random damage), `sizes` (what is nested, repeated or never closed), `loads` (very large notes), `kills`
 * (builds that are killed); without a kind all but the last two, which take minutes. `--seed` and `--count` choose other mutants and moments, `--notes` other
 * notes. Prints the counts; exit code 1 where something was found.
 */
import { parseArgs } from 'node:util';
import { canaryPlaces } from '../../src/garden/fixtures/canary-places.ts';
import { publishedText } from '../../src/garden/fixtures/published-text.ts';
import { decodeText, listFiles, readBytes } from '../../src/system/disk.ts';
import { attackKills } from './attack/kills.ts';
import { attackLoads } from './attack/loads.ts';
import { mutate } from './attack/mutants.ts';
import { seeded } from './attack/random.ts';
import { type Dialect, faultsOf } from './attack/run-attack.ts';
import { attackSizes } from './attack/sizes.ts';
import { vectors } from './attack/vectors.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    notes: { type: 'string', default: 'notes' },
  },
});
const [kind = '', part = ''] = positionals;
const seed = Number(values.seed);
const dialects: readonly Dialect[] = ['obsidian', 'logseq'];

interface Outcome {
  readonly tried: number;
  readonly faults: number;
}

const kinds: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  vectors: attackVectors,
  canaries: attackCanaries,
  mutants: () => attackMutants(Number(values.count ?? 1000)),
  sizes: () => attackSizes(part),
  loads: () => attackLoads(part),
  kills: () => attackKills(Number(values.count ?? 5), seed),
};

const slow = ['loads', 'kills'];
const chosen = kind === '' ? Object.keys(kinds).filter((name) => !slow.includes(name)) : [kind];
let faults = 0;
for (const name of chosen) {
  const outcome = await kinds[name]?.();
  if (outcome === undefined) throw new Error(`No attack is called “${name}”.`);
  console.log(`${name}: ${outcome.tried} tried, ${outcome.faults} faults`);
  faults += outcome.faults;
}
process.exitCode = faults > 0 ? 1 : 0;

function attackVectors(): Outcome {
  const tried = vectors(part).flatMap(({ context, payload, source }) => {
    return dialects.map((dialect) => report(dialect, `${context}: ${payload}`, source));
  });
  return outcomeOf(tried);
}

function attackCanaries(): Outcome {
  const places = Object.entries(canaryPlaces).filter(([name]) => name.includes(part));
  const tried = places.flatMap(([place, source]) => {
    return (['vault', 'all'] as const).map((publish) => {
      const isLeaked = publishedText(source, publish).toLowerCase().includes('zebrafish');
      if (isLeaked) console.log(`${publish}  ${place}  the private name is published`);
      return Number(isLeaked);
    });
  });
  return outcomeOf(tried);
}

async function attackMutants(count: number): Promise<Outcome> {
  const files = (await listFiles(values.notes)).filter(({ path }) => path.endsWith('.md'));
  const sources = await Promise.all(
    files.map(async ({ location }) => decodeText(await readBytes(location)).text.slice(0, 6000)),
  );
  const random = seeded(seed);
  const tried = Array.from({ length: count }, (_, index) => {
    const source = mutate(sources[random(sources.length)] ?? '', random);
    const dialect = dialects[index % 2] ?? 'obsidian';
    return report(dialect, `mutant ${index} of seed ${seed}`, source);
  });
  return outcomeOf(tried);
}

/** @returns 1 where something is wrong with the note, else 0. */
function report(dialect: Dialect, name: string, source: string): number {
  const found = faultsOf(dialect, source);
  if (found.length > 0) console.log(`${dialect}  ${name}\n  ${found.join('\n  ')}`);
  return Number(found.length > 0);
}

function outcomeOf(tried: readonly number[]): Outcome {
  return { tried: tried.length, faults: tried.reduce((sum, fault) => sum + fault, 0) };
}
