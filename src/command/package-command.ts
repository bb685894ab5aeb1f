/** The program `knowledge-garden` of the installed package: its commands, and where they read and write. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ownValue } from '../garden/own-value.ts';
import { ownerFolder, settingsFile } from '../settings/load-settings.ts';
import { UsageError } from '../system/usage-error.ts';
import { projectFolder } from './folders.ts';

type Command = (args: readonly string[], environment: NodeJS.ProcessEnv) => Promise<number>;

interface Listed {
  readonly effect: string;
  /** As the help of the command shows them; '' for none. */
  readonly options: string;
  /** Loads only the code that the command needs. */
  load(): Promise<Command>;
}

const commands: Readonly<Record<string, Listed>> = {
  init: {
    effect:
      'writes garden.yaml and .garden/; --pages adds a workflow for GitHub Pages, --review and --hook check what changes',
    options: '--pages --review --hook --title TEXT --url URL',
    load: async () => (await import('./init/init.ts')).init,
  },
  doctor: {
    effect: 'lists what would be published, and why the rest is not; writes nothing',
    options: '--json',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  start: {
    effect: 'builds the site and serves it',
    options: '--force',
    load: async () => (await import('./start.ts')).start,
  },
  dev: {
    effect: 'serves the site and shows each saved note',
    options: '--force',
    load: async () => (await import('./dev.ts')).dev,
  },
  build: {
    effect: 'builds the site into .garden/site',
    options: '--outDir DIR --strict --quiet --force',
    load: async () => (await import('./build.ts')).build,
  },
  check: {
    effect: 'lists what is wrong in the notes; --staged and --since list what a change made so',
    options:
      '[NOTE…] --staged --since REV --by note|code --format text|json|github|sarif --fail-on error|warning|info|never --external --archive',
    load: async () => (await import('./check/check.ts')).check,
  },
  diff: {
    effect: 'lists what two versions make different on the site, above all what becomes public',
    options: 'OLD [NEW] --format text|json|markdown',
    load: async () => (await import('./diff/diff.ts')).diff,
  },
  'check-site': {
    effect: 'looks for dead links and double ids in the built site',
    options: '--site DIR --base / --all',
    load: async () => (await import('./check-built-site.ts')).checkBuiltSite,
  },
  import: {
    effect: 'reads the notes and reports what it finds',
    options: '--notes DIR --out DIR --report text|json|github --strict --watch --quiet --force',
    load: async () => (await import('./import-notes.ts')).importNotes,
  },
  new: {
    effect: 'starts a note: knowledge-garden new "Title"',
    options:
      '"Title" --journal --in FOLDER --tags a,b --template NAME --vault NAME --edit --folder DIR',
    load: async () => {
      const { newNote } = await import('./new-note/new-note.ts');
      return (args, environment) => newNote(args, environment, new Date());
    },
  },
  convert: {
    effect: 'makes notes of an export of WordPress, in a new folder',
    options: 'wordpress FILE --out DIR',
    load: async () => (await import('./convert/convert.ts')).convert,
  },
};

/** Runs a command in the working folder. @returns its exit code. @throws UsageError */
export async function packageCommand(
  [name = '--help', ...args]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return 0;
  }
  if (name === '--version') {
    const manifest = await readFile(join(projectFolder, 'package.json'), 'utf8');
    console.log((JSON.parse(manifest) as { version: string }).version);
    return 0;
  }
  const command = ownValue(commands, name);
  if (!command) throw new UsageError(`There is no command “${name}”.\n\n${help()}`);
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(`knowledge-garden ${name} ${command.options}\n\n  ${command.effect}`);
    return 0;
  }
  if (name !== 'init') checkPlace(environment);
  // Astro's configuration reads the environment, too.
  Object.assign(environment, packageFolders(environment));
  const run = await command.load();
  return run(args, environment);
}

/**
 * A folder inside of a garden is none of its own: there the settings above it would not hold, nor what
 * they leave out. @throws UsageError that names the garden's folder.
 */
function checkPlace(environment: NodeJS.ProcessEnv): void {
  if (environment['GARDEN_NOTES'] || existsSync(settingsFile)) return;
  for (let above = dirname(resolve('.')); ; above = dirname(above)) {
    if (existsSync(join(above, settingsFile))) {
      throw new UsageError(
        `${settingsFile} is in “${above}”: run the command there, or name the notes by GARDEN_NOTES.`,
      );
    }
    if (above === dirname(above)) return;
  }
}

/**
 * The folders of a garden that is kept apart from the code: the notes in the working folder, and all
 * that commands write in the owner's folder, which programs that read notes skip.
 */
function packageFolders(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const notes = environment['GARDEN_NOTES'] || '.';
  const own = join(notes, ownerFolder);
  return {
    GARDEN_NOTES: notes,
    GARDEN_DIR: environment['GARDEN_DIR'] || join(own, 'records'),
    GARDEN_CACHE: environment['GARDEN_CACHE'] || join(own, 'cache'),
    GARDEN_SITE: environment['GARDEN_SITE'] || join(own, 'site'),
    GARDEN_COMMAND: 'npx knowledge-garden',
  };
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { effect }]) => {
    return `  ${name.padEnd(12)}${effect}`;
  });
  return ['knowledge-garden COMMAND [OPTIONS]', '', ...lines].join('\n');
}
