/** Addresses in the files of a site that list its pages: feeds, sitemap, llms.txt, robots.txt. Pure. */

/** Files at any depth whose addresses are checked. */
const listFile = /(?:^|\/)(?:feed\.xml|feed\.json|sitemap[^/]*\.xml|llms\.txt|robots\.txt)$/;

/** Whether a file of the site lists pages. */
export function isPageList(path: string): boolean {
  return listFile.test(path);
}

const patterns: readonly RegExp[] = [
  /<loc>([^<]+)<\/loc>/g,
  /<link>([^<]+)<\/link>/g,
  /<(?:[a-z]+:)?link\s[^>]*href="([^"]+)"/g,
  /"(?:url|home_page_url|feed_url|image)":\s*"([^"]+)"/g,
  /\]\(([^)\s]+)\)/g,
  /^Sitemap:\s*(\S+)/gim,
];

/** The addresses that the text of such a file names. */
export function addressesIn(text: string): string[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, address = '']) => address))
    .map((address) => address.replaceAll('&amp;', '&'));
}
