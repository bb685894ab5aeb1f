/** The command `init`: makes a folder of notes a garden, and writes over nothing. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkNotesFolder, ownerFolder, settingsFile } from '../../settings/load-settings.ts';
import { UsageError } from '../../system/usage-error.ts';
import { engineVersion } from '../engine-version.ts';
import { foldersOf } from '../folders.ts';
import { type Arguments, calledAs, readArguments } from '../options.ts';
import { repositoryOf } from '../repository-place.ts';
import { commitHook, hooksFolder } from './commit-hook.ts';
import { type GitHubPlace, gitHubPlace, ignoredOutput, newSettings } from './new-files.ts';
import { pagesWorkflow, reviewWorkflow } from './workflows.ts';

/**
 * Writes `garden.yaml` and `.garden/.gitignore` into the notes folder; with `--pages` also a workflow
 * that publishes on GitHub Pages, with `--review` one that reports on pull requests, and with `--hook` a git hook that checks what is committed. A file that exists stays as it is. @returns the exit code.
 * @throws UsageError where the notes folder does not exist, or the workflow would be in no repository.
 */
export async function init(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { values } = readArguments(args, {
    title: { type: 'string' },
    url: { type: 'string' },
    pages: { type: 'boolean' },
    hook: { type: 'boolean' },
    review: { type: 'boolean' },
  });
  const { notes } = foldersOf(environment);
  checkNotesFolder(notes);
  const own = join(notes, ownerFolder);
  if (existsSync(own) && !statSync(own).isDirectory()) {
    throw new UsageError(`“${own}” is a file; the garden needs a folder of this name.`);
  }
  const repository = repositoryOf(resolve(notes));
  for (const [option, what] of [
    ['pages', 'GitHub Pages'],
    ['hook', 'a hook'],
    ['review', 'a workflow'],
  ] as const) {
    if (values[option] !== true || repository !== null) continue;
    throw new UsageError(`“${notes}” is in no git repository, which ${what} needs: git init.`);
  }
  const place = repository === null ? null : await placeOf(repository);
  const { url = values['pages'] ? place?.url : undefined, title = titleOf(notes) } = values;
  const site = {
    title: String(title),
    url: String(url ?? ''),
    base: values['pages'] ? place?.base : '',
  };
  await writeNew(join(notes, settingsFile), newSettings({ ...site, schema: schemaFor(notes) }));
  await writeNew(join(own, '.gitignore'), ignoredOutput);
  if (repository !== null) await writeForRepository(repository, resolve(notes), values);
  console.log(nextSteps(environment, values['pages'] === true));
  return 0;
}

/** Writes the hook and the workflows that are asked for. `notes` is an absolute path. */
async function writeForRepository(
  repository: string,
  notes: string,
  asked: Arguments['values'],
): Promise<void> {
  const version = await engineVersion();
  const folder = relative(repository, notes).replaceAll('\\', '/');
  const workflows = join(repository, '.github', 'workflows');
  if (asked['hook']) {
    const file = join(hooksFolder(repository), 'pre-commit');
    await writeNew(file, commitHook(version, folder), 0o755);
  }
  if (asked['review']) {
    await writeNew(join(workflows, 'garden-review.yml'), reviewWorkflow(version, folder));
  }
  if (!asked['pages']) return;
  await writeNew(join(workflows, 'garden.yml'), pagesWorkflow(version, folder));
  console.log('In the repository’s settings under Pages, choose “GitHub Actions” as the source.');
}

async function writeNew(location: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(location), { recursive: true });
  const written = await writeFile(location, text, { flag: 'wx', mode }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  const shown = relative('.', location);
  console.log(written ? `wrote ${shown}` : `${shown} exists already and stays as it is`);
}

function titleOf(notes: string): string {
  return basename(resolve(notes)) || 'Knowledge garden';
}

async function placeOf(repository: string): Promise<GitHubPlace | null> {
  const config = await readFile(join(repository, '.git', 'config'), 'utf8').catch(() => '');
  return gitHubPlace(config);
}

/** Where an editor finds the schema of the settings: only where the package is installed beside the notes. */
function schemaFor(notes: string): string {
  const location = 'node_modules/knowledge-garden/lib/src/settings/garden.schema.json';
  return existsSync(join(notes, location)) ? `./${location}` : '';
}

function nextSteps(environment: NodeJS.ProcessEnv, hasWorkflow: boolean): string {
  const steps = [
    ['doctor', 'lists what would be published, and why the rest is not'],
    ['start', 'builds the site and serves it'],
    ...(hasWorkflow ? [] : [['init --pages', 'adds a workflow for GitHub Pages']]),
  ] as const;
  const lines = steps.map(([command, effect]) => {
    return `  ${calledAs(command, environment).replace(/ --$/u, '')}  ${effect}`;
  });
  return ['', 'Next:', ...lines].join('\n');
}
