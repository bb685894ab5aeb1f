/** The command `init`: makes a folder of notes a garden, and writes over nothing. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkNotesFolder, ownerFolder, settingsFile } from '../../settings/load-settings.ts';
import { UsageError } from '../../system/usage-error.ts';
import { foldersOf, projectFolder } from '../folders.ts';
import { calledAs, readArguments } from '../options.ts';
import { type GitHubPlace, gitHubPlace, ignoredOutput, newSettings } from './new-files.ts';
import { pagesWorkflow } from './pages-workflow.ts';

/**
 * Writes `garden.yaml` and `.garden/.gitignore` into the notes folder; with `--pages` also a workflow
 * that publishes on GitHub Pages. A file that exists stays as it is. @returns the exit code.
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
  });
  const { notes } = foldersOf(environment);
  checkNotesFolder(notes);
  const own = join(notes, ownerFolder);
  if (existsSync(own) && !statSync(own).isDirectory()) {
    throw new UsageError(`“${own}” is a file; the garden needs a folder of this name.`);
  }
  const repository = repositoryOf(resolve(notes));
  if (values['pages'] && repository === null) {
    throw new UsageError(`“${notes}” is in no git repository, which GitHub Pages needs: git init.`);
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
  if (repository !== null && values['pages']) {
    const version = await engineVersion();
    const folder = relative(repository, resolve(notes)).replaceAll('\\', '/');
    const file = join(repository, '.github', 'workflows', 'garden.yml');
    await writeNew(file, pagesWorkflow(version, folder));
    console.log('In the repository’s settings under Pages, choose “GitHub Actions” as the source.');
  }
  console.log(nextSteps(environment, values['pages'] === true));
  return 0;
}

async function writeNew(location: string, text: string): Promise<void> {
  await mkdir(dirname(location), { recursive: true });
  const written = await writeFile(location, text, { flag: 'wx' }).then(
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

/** The folder of the git repository around a folder, or null. */
function repositoryOf(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder;
  return folder === dirname(folder) ? null : repositoryOf(dirname(folder));
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

async function engineVersion(): Promise<string> {
  const manifest = await readFile(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
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
