/** Which made files a page or another made file asks for, found in its text. */

const inPage = /_astro\/([\w.~@-]+\.\w+)/g;
const inFile = /(?:_astro\/|\.\/|url\(["']?)([\w.~@-]+\.\w+)/g;

/** Names of the made files that a page's HTML asks for. */
export function madeByPage(html: string): ReadonlySet<string> {
  return namesIn(html, inPage);
}

/** Names of the made files that a script or stylesheet asks for. */
export function madeByFile(text: string): ReadonlySet<string> {
  return namesIn(text, inFile);
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
