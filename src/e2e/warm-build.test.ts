/**
 * The law of what is kept between builds: after any series of edits the site of a warm build equals
 * that of a fresh one, byte for byte, though the fresh one is made in another folder, time zone and
 * language. `GARDEN_SERIES` sets the number of series (default 1), `GARDEN_SEED` the seed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownerEnvironment } from './own-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-warm-build-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };

/** Builds the notes with what `place` keeps. @returns what it told. */
async function build(place: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['scripts/build.ts', '--outDir', join(place, 'site')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...ownerEnvironment(),
      GARDEN_NOTES: join(folder, 'notes'),
      GARDEN_DIR: join(place, 'garden'),
      GARDEN_CACHE: join(place, 'cache'),
      ...environment,
    },
  });
  let output = '';
  child.stderr.on('data', (part) => {
    output += String(part);
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(output);
  return output;
}

/** The text of each text file, and the digest of each other one, by path. */
async function siteOf(place: string): Promise<ReadonlyMap<string, string>> {
  const root = join(place, 'site');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry): Promise<[string, string]> => {
    const location = join(entry.parentPath, entry.name);
    const bytes = await readFile(location);
    const isText = /\.(?:html|md|json|xml|txt|css|js|svg)$/u.test(entry.name);
    const digest = createHash('sha1').update(bytes).digest('hex');
    return [relative(root, location), isText ? bytes.toString('utf8') : digest];
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Step = (notes: string) => Promise<void>;

const write =
  (path: string, text: string): Step =>
  async (notes) => {
    await mkdir(dirname(join(notes, path)), { recursive: true });
    await writeFile(join(notes, path), text);
  };
const move =
  (path: string, to: string): Step =>
  async (notes) => {
    await mkdir(dirname(join(notes, to)), { recursive: true });
    await rename(join(notes, path), join(notes, to)).catch(() => {});
  };
const remove =
  (path: string): Step =>
  (notes) =>
    rm(join(notes, path), { force: true });
/** Empties the stylesheets that are kept. */
async function damageStyles(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  const styles = files.filter((path) => /^\w+[\\/]site[\\/]_astro[\\/][^\\/]*\.css$/u.test(path));
  expect(styles.length).toBeGreaterThan(0);
  await Promise.all(styles.map((path) => writeFile(join(folder, path), '')));
}

const settings = (text: string) => write('garden.yaml', `publish: all\n${text}`);

const start: readonly Step[] = [
  write('.obsidian/app.json', '{}'),
  settings('title: One\n'),
  write('Alpha.md', '---\ntags: [tag]\n---\n[[Beta]] ![[Gamma#Head]] 开放\n'),
  write('Beta.md', '# Head\n\nGamma stands here. #tag/inner\n'),
  write('Gamma.md', '# Head\n\n[[Alpha]] $x^2$\n\n```js\nlet a\n```\n'),
  write('Sub/Delta.md', '```mermaid\nflowchart LR\n  a --> b\n```\n'),
  write('Page.mdx', 'import Card from "/.garden/components/Card.astro"\n\n[[Beta]]\n\n<Card />\n'),
  write('.garden/components/Card.astro', '<b>card</b>\n'),
];

/** One change of each kind that a site depends on. */
const steps: readonly Step[] = [
  write('Beta.md', '---\ntitle: Second\n---\n# Head\n\nOther words, [[Sub/Delta]].\n'),
  write('Beta.md', '---\nprivate: true\n---\n# Head\n\nHidden words.\n'),
  write('Gamma.md', '# Head\n\nNo links. #other\n'),
  write('New.md', '[[Alpha]] [[Nowhere]]\n'),
  move('Alpha.md', 'Sub/Alpha.md'),
  move('Sub/Delta.md', 'Renamed.md'),
  remove('Gamma.md'),
  remove('Page.mdx'),
  settings('title: Two\nlang: zh\n'),
  settings('title: One\ncopies: false\n'),
  settings('title: One\nurl: https://garden.example\nmdx: true\n'),
  settings('title: One\nmdx: true\nhome: Beta\n'),
  write('.garden/theme.css', ':root { --accent: #123456; }\n'),
  write('.garden/head.html', '<meta name="owner" content="me">\n'),
  write('.garden/components/Card.astro', '<i>other card</i>\n'),
  settings('title: One\ntheme:\n  accent: "#aa5500"\n'),
  (notes) => rm(join(notes, '../warm/site'), { recursive: true, force: true }),
  (notes) => damageStyles(join(notes, '../warm/cache/site/renderers')),
];

test('after any series of edits a warm build equals a fresh one', async () => {
  const series = Number(process.env['GARDEN_SERIES'] ?? 1);
  const seed = Number(process.env['GARDEN_SEED'] ?? 14);
  // Each round is two builds: one must do where only one series is asked for.
  const maxRounds = series > 1 ? 3 : 1;
  const round = fc.shuffledSubarray([...steps], { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(
    fc.array(round, { minLength: 1, maxLength: maxRounds }),
    async (rounds) => {
      await rm(folder, { recursive: true, force: true });
      const notes = join(folder, 'notes');
      for (const step of start) await step(notes);
      await build(join(folder, 'warm'), {});
      expect(await build(join(folder, 'warm'), elsewhere)).toContain('nothing changed');
      for (const round of rounds) {
        for (const step of round) await step(notes);
        await build(join(folder, 'warm'), {});
        await build(join(folder, 'fresh'), elsewhere);
        expect(await siteOf(join(folder, 'warm'))).toEqual(await siteOf(join(folder, 'fresh')));
        await rm(join(folder, 'fresh'), { recursive: true });
      }
    },
  );
  await fc.assert(property, { seed, numRuns: series, endOnFailure: true });
}, 3_600_000);
