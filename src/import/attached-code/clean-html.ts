/**
 * Copies of attached HTML files that run no code: opened by themselves they have the origin of the
 * site, and not every host reads `_headers`.
 */

/** Whether a file's name is that of a document in which a browser runs scripts. */
export function isHtml(path: string): boolean {
  return /\.(?:html?|xhtml|xht|shtml|mht|mhtml|xml|xsl|xslt|rdf|svgz)$/i.test(path);
}

const policy =
  "default-src 'none'; img-src 'self' data:; media-src 'self' data:; style-src 'unsafe-inline'; font-src 'self' data:; form-action 'none'; base-uri 'none'";

/**
 * The bytes of an attached document. HTML gets a policy that stands before everything else of it, and
 * with which browsers run none of its scripts and load nothing of other hosts. Documents of XML can
 * have none, so that their text is shown.
 */
export function withoutScripts(path: string, bytes: Uint8Array): Uint8Array {
  if (/\.svgz$/i.test(path)) return new Uint8Array();
  const isText = /\.(?:html?|shtml)$/i.test(path);
  const head = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return new TextEncoder().encode(isText ? head + text : asText(text));
}

function asText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre xmlns="http://www.w3.org/1999/xhtml">${escaped.replace(/[^\P{Cc}\n\t]/gu, '')}</pre>\n`;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const named = /charset\s*=\s*["']?([\w-]{2,40})/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
