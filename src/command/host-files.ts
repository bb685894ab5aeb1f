/** Files of a site that hosts read, besides `_headers`. Pure. */

/** GitHub Pages serves folders such as `_astro` only where this file is. */
export const noJekyllFile = '.nojekyll';

/** Netlify, Cloudflare Pages and GitLab Pages answer with these redirects instead of a page. */
export const redirectsFile = '_redirects';

/** Cloudflare Pages reads no more: https://developers.cloudflare.com/pages/configuration/redirects/ */
const maxRedirects = 2000;

export interface Redirect {
  /** Permalinks below the base. */
  readonly from: string;
  readonly to: string;
}

/**
 * The text of `_redirects` for a site at `base`, with a slash at both ends; '' without redirects. The pages
 * of redirects stay for hosts that do not read it, and for those beyond the limit.
 */
export function redirectsText(redirects: readonly Redirect[], base: string): string {
  const address = (permalink: string) => encodeURI(`${base}${permalink.replace(/^\//, '')}`);
  return redirects
    .slice(0, maxRedirects)
    .map(({ from, to }) => `${address(fileAddress(from))} ${address(to)} 301\n`)
    .join('');
}

/** A former address such as `/a.html/` was asked for without the slash. */
function fileAddress(permalink: string): string {
  return permalink.replace(/(?<=\.html?)\/$/iu, '');
}
