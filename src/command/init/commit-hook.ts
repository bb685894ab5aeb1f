/** The git hook that checks notes before they are committed. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The text of `pre-commit`. `folder` is the notes folder in the repository, '' for its root. */
export function commitHook(version: string, folder: string): string {
  const place = folder === '' ? '.' : folder;
  return `#!/bin/sh
# Checks the notes that are about to be committed: errors stop the commit, warnings are printed.
# “git commit --no-verify” commits without it.
cd '${place.replaceAll("'", `'\\''`)}' || exit 1
exec npx --yes knowledge-garden@${version} check --staged
`;
}

/** Where git looks for the hooks of a repository: `core.hooksPath`, else its own folder. */
export function hooksFolder(repository: string): string {
  const command = ['rev-parse', '--git-path', 'hooks'];
  const path = execFileSync('git', command, { cwd: repository, encoding: 'utf8' }).trim();
  return resolve(repository, path);
}
