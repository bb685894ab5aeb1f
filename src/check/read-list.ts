/** Addresses in the files of a site that list its pages: feeds, sitemap, llms.txt, robots.txt. Pure. */

/** Files at any depth whose addresses are checked. */
const listFile = /(?:^|\/)(?:feed\.xml|feed\.json|sitemap[^/]*\.xml|llms\.txt|robots\.txt)$/;

/** Whether a file of the site lists pages. */
export function isPageList(path: string): boolean {
  return listFile.test(path);
}

const xml = [
  /<loc>([^<]+)<\/loc>/g,
  /<link>([^<]+)<\/link>/g,
  /<(?:[a-z]+:)?link\s[^>]*href="([^"]+)"/g,
];
const json = [/"(?:url|home_page_url|feed_url|image)":\s*"([^"]+)"/g];
const text = [/\]\(([^)\s]+)\)/g, /^Sitemap:\s*(\S+)/gim];

/** The addresses that such a file names: not those in the notes' text that a feed holds. */
export function addressesIn(path: string, content: string): string[] {
  const patterns = path.endsWith('.xml') ? xml : path.endsWith('.json') ? json : text;
  return patterns
    .flatMap((pattern) => [...content.matchAll(pattern)].map(([, address = '']) => address))
    .map((address) => address.replaceAll('&amp;', '&'));
}
