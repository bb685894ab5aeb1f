/** Whether a file is as it was, told without reading it. Only what Node brings is used: commands start with this. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Size and times of a file, null where there is none. No program can set the time of a change. */
export function stateOf(location: string): string | null {
  const found = statSync(location, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeNs} ${found.ctimeNs}` : null;
}

/** npm's list of what is installed for a folder: in it or, for an installed package, in one above. */
export function installedList(folder: string): string | null {
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(list)) return list;
  return folder === dirname(folder) ? null : installedList(dirname(folder));
}
