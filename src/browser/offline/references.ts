/** The build files that a page or another build file needs, found in its text. */

const inPage = /_astro\/([\w.~@-]+\.\w+)/g;
const inFile = /(?:_astro\/|\.\/|url\(["']?)([\w.~@-]+\.\w+)/g;

/** Names of the build files in the HTML of a page. */
export function buildFilesOfPage(html: string): ReadonlySet<string> {
  return namesIn(html, inPage);
}

/** Names of the build files in a script or stylesheet. */
export function buildFilesOf(text: string): ReadonlySet<string> {
  return namesIn(text, inFile);
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
