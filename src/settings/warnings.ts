/** What an owner should know of settings that are right and yet not what they may have meant. */
import type { SiteSettings } from './schema.ts';

/** Hosts that never are anybody's: RFC 2606 and RFC 6761. */
const placeholder =
  /^https?:\/\/(?:[^/]+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)(?::\d+)?$/iu;

/** One sentence each, for the person who builds the site. */
export function settingsWarnings({ url }: SiteSettings): string[] {
  if (url === '') {
    return [
      'garden.yaml names no url: the site has no canonical links, no sitemap and no pictures for other sites, and its feeds name no host.',
    ];
  }
  if (placeholder.test(url)) {
    return [`${url} in garden.yaml is a placeholder: write the address of your own site as url.`];
  }
  return [];
}
