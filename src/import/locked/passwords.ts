/** The passwords of locked notes, which only the environment has. */
import type { Garden } from '../../garden/garden.ts';
import { plainPassword } from '../../garden/locked.ts';
import { ownValue } from '../../garden/own-value.ts';
import { UsageError } from '../../system/usage-error.ts';

/** The environment variable of a password: `family` → `GARDEN_PASSWORD_FAMILY`, '-' as '_'. */
export function passwordVariable(name: string): string {
  return `GARDEN_PASSWORD_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * The password of each name that a locked note of the garden has.
 * @throws UsageError that names each note whose password is missing, and its variable.
 */
export function readPasswords(
  garden: Garden,
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const passwords = new Map<string, string>();
  const faults: string[] = [];
  for (const { note, access } of garden.unlisted.values()) {
    if (access.kind !== 'password') continue;
    const variable = passwordVariable(access.name);
    const password = plainPassword(ownValue(environment, variable) ?? '');
    if (password === '') faults.push(`${note.path} needs a password: set ${variable}.`);
    passwords.set(access.name, password);
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return passwords;
}
