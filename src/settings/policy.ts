/** The owner's decisions as the engine takes them: `garden.yaml`, overruled by the environment. */

import type { Policy } from '../garden/garden.ts';
import { UsageError } from '../system/usage-error.ts';
import type { SiteSettings } from './schema.ts';
import { themeStyles } from './theme.ts';

/**
 * The policy for an import. `GARDEN_PUBLISH` is 'vault' or 'all', and `GARDEN_BASE` a path prefix.
 * @throws UsageError for any other value: publishing must never be decided by a typing error.
 */
export function policyOf(site: SiteSettings, environment: NodeJS.ProcessEnv): Policy {
  const publish = environment['GARDEN_PUBLISH'] ?? site.publish;
  if (publish !== 'vault' && publish !== 'all') {
    throw new UsageError(`GARDEN_PUBLISH is vault or all, not “${publish}”.`);
  }
  const { url, lang, collapsed, embedDepth, home, ignore, math, moved } = site;
  const base = baseOf(site, environment);
  return {
    ...{ publish, ignore, url, base, lang, collapsed, embedDepth, home },
    macros: math.macros,
    ...(moved.from && { movedFrom: [moved.from].flat() }),
    ...(moved.addresses && { formerAddresses: [moved.addresses].flat() }),
  };
}

/**
 * What pictures for other sites say of the garden; undefined where the owner wants none, or where no
 * `url` says which address they have. `ownStyles` is the text of the owner's theme.css, whose colours
 * the pictures take, too.
 */
export function socialImagesOf(
  site: SiteSettings,
  ownStyles: string,
): (Pick<SiteSettings, 'title' | 'description' | 'lang'> & { styles: string }) | undefined {
  const { title, description, lang, socialImages, url, theme } = site;
  if (!socialImages || url === '') return undefined;
  return { title, description, lang, styles: `${themeStyles(theme)}\n${ownStyles}` };
}

/** The path prefix of the site, with a slash at both ends. */
export function baseOf(site: SiteSettings, environment: NodeJS.ProcessEnv): string {
  const base = environment['GARDEN_BASE'] ?? site.base;
  return `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}
