/** Whether what a module exports is a plugin. Pure. */
import type { Plugin } from './plugin.ts';

export type CheckedPlugin =
  | { readonly plugin: Plugin; readonly fault: '' }
  | { readonly plugin: null; readonly fault: string };

const hooks = ['fence', 'macro', 'transform', 'page'] as const;

/**
 * The plugin that a module exports, its names in lower case, or why it is none. A plugin without a name
 * is called as its file or package is.
 */
export function checkPlugin(exported: unknown, from: string): CheckedPlugin {
  const failed = (fault: string): CheckedPlugin => ({ plugin: null, fault });
  if (typeof exported !== 'object' || exported === null) {
    return failed('its module has no default export that is an object.');
  }
  const { name = nameOf(from), ...given } = exported as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name)) {
    return failed('its name has other signs than letters, digits and “-”.');
  }
  const unknown = Object.keys(given).find((key) => !hooks.some((hook) => hook === key));
  if (unknown !== undefined) {
    return failed(`there is no hook “${unknown}”: there are ${hooks.join(', ')}.`);
  }
  const faults = hooks.map((kind) => faultOf(kind, given[kind])).filter((found) => found !== '');
  if (faults[0] !== undefined) return failed(faults[0]);
  const { fence, macro, transform, page } = given as Partial<Plugin>;
  return {
    plugin: {
      name,
      ...(fence && { fence: lowerCased(fence) }),
      ...(macro && { macro: lowerCased(macro) }),
      ...(transform && { transform }),
      ...(page && { page }),
    },
    fault: '',
  };
}

function nameOf(from: string): string {
  const base = from.slice(from.lastIndexOf('/') + 1);
  return base.replace(/\.\w+$/u, '').replace(/[^\p{L}\p{N}_-]+/gu, '-');
}

function faultOf(kind: (typeof hooks)[number], given: unknown): string {
  if (given === undefined) return '';
  if (kind === 'fence' || kind === 'macro') return faultOfMap(kind, given);
  return typeof given === 'function' ? '' : `${kind} is no function.`;
}

function faultOfMap(kind: string, hooksByName: unknown): string {
  if (typeof hooksByName !== 'object' || hooksByName === null) {
    return `${kind} is no object with a function for each name.`;
  }
  const wrong = Object.entries(hooksByName).find(([, hook]) => typeof hook !== 'function');
  return wrong === undefined ? '' : `${kind}.${wrong[0]} is no function.`;
}

function lowerCased<Hook>(given: Readonly<Record<string, Hook>>): Record<string, Hook> {
  return Object.fromEntries(
    Object.entries(given).map(([name, hook]) => [name.toLowerCase(), hook]),
  );
}
