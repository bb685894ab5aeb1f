/** All that a build reads, told without reading it: a build of the same inputs gives the same site. */
import { join, resolve } from 'node:path';
import { changedFiles, repositoryAt } from '../import/git/repository.ts';
import { digestOf } from '../system/disk.ts';
import { installedList, stateOf } from '../system/file-state.ts';
import { type FolderState, folderState } from '../system/folder-state.ts';
import { projectFolder, type SiteFolders } from './folders.ts';

export interface BuildInputs {
  /** Digest of each kind of input, by the words that name it to the user. */
  readonly parts: Readonly<Record<string, string>>;
  /** Files whose content has to be compared, too. */
  readonly recent: FolderState['recent'];
}

/** What the project is made of besides its packages. */
const projectParts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json'];

/** Variables by which a build may differ. Of passwords not even a digest is kept. */
const variables = /^(?:SOURCE_DATE_EPOCH$|NODE_OPTIONS$|GARDEN_(?!PASSWORD))/u;

/** The inputs of a build as they are now; null where that cannot be told. */
export async function readInputs(
  folders: SiteFolders,
  environment: NodeJS.ProcessEnv,
): Promise<BuildInputs | null> {
  try {
    const { notes, garden, cache, site } = folders;
    const outputs = [garden, cache, site].map((folder) => resolve(folder));
    const found = folderState([resolve(notes)], { locations: outputs });
    const code = folderState(projectParts.map((part) => join(projectFolder, part)));
    const packages = installedList(projectFolder);
    const histories = await historiesOf([resolve(notes), ...found.repositories]);
    if (packages === null || histories === null) return null;
    return {
      parts: {
        'the environment': environmentOf(environment, [resolve(notes), ...outputs]),
        'the code': digestOf(process.version, code.digest, `${packages} ${stateOf(packages)}`),
        'the git history': histories,
        'the notes or settings': found.digest,
      },
      recent: [...found.recent, ...code.recent],
    };
  } catch {
    return null;
  }
}

function environmentOf(environment: NodeJS.ProcessEnv, folders: readonly string[]): string {
  const given = Object.entries(environment).filter(([name]) => variables.test(name));
  return digestOf(...folders, ...given.map(([name, value]) => `${name}=${value}`).sort());
}

/** What git says of these folders: their commits, and the files that differ from them. */
async function historiesOf(folders: readonly string[]): Promise<string | null> {
  const found: string[] = [];
  for (const folder of folders) {
    const repository = await repositoryAt(folder);
    if (repository === null) continue;
    const changed = await changedFiles(folder);
    if (changed === null) return null;
    found.push(JSON.stringify([folder, repository, changed]));
  }
  return digestOf(...found);
}
