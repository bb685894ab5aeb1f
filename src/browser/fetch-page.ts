/** Fetches pages of this site, to show parts of them in the open one. */

/** What runs code, loads a document, or changes how the open page works. */
const active =
  'script, iframe, frame, frameset, object, embed, applet, base, meta, link, template, noscript, portal';
/** Attributes that take an address which is followed or loaded. */
const addresses = [
  ...['href', 'xlink:href', 'src', 'poster', 'action', 'formaction', 'data', 'ping'],
  // SVG animates an address through these.
  ...['from', 'to', 'by', 'values'],
];

/**
 * The page at an address, or null if it is not a page of this site or cannot be loaded. It is parsed
 * by the browser, without running anything in it; `withoutScripts` makes its parts safe to insert.
 */
export async function fetchPage(address: URL): Promise<Document | null> {
  if (address.origin !== location.origin) return null;
  // The whole address, not its path: a path may start with two slashes, which would name a host.
  const response = await fetch(address.href).catch(() => null);
  if (!response?.ok || !isOwn(response.url)) return null;
  if (!/^text\/html(?:;|$)/i.test(response.headers.get('content-type') ?? '')) return null;
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Fetches JSON of this site. Throws for other addresses, and if there is none. */
export async function fetchJson<Value>(address: string): Promise<Value> {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new Error(`${url.href} is not of this site.`);
  const response = await fetch(url.href);
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`);
  return response.json();
}

/** Removes from a part of a fetched page what could run code. Returns the same element. */
export function withoutScripts<Part extends Element | DocumentFragment>(part: Part): Part {
  for (const element of part.querySelectorAll(active)) element.remove();
  const elements = [...part.querySelectorAll('*')];
  for (const element of part instanceof Element ? [part, ...elements] : elements) {
    for (const name of element.getAttributeNames()) {
      if (isUnsafe(name.toLowerCase(), element.getAttribute(name) ?? '')) {
        element.removeAttribute(name);
      }
    }
  }
  return part;
}

function isUnsafe(name: string, value: string): boolean {
  if (name.startsWith('on') || name === 'srcdoc') return true;
  if (!addresses.includes(name)) return false;
  const isPicture = name === 'src' && /^data:image\//i.test(value);
  return !isPicture && value.split(';').some(hasActiveScheme);
}

/** Whether a browser, which ignores white space and control characters in it, would run an address. */
function hasActiveScheme(address: string): boolean {
  return /^(?:javascript|vbscript|data):/i.test(address.replace(/[\p{Cc}\s]/gu, ''));
}

/** Test servers and caches may leave the address of a response empty. */
function isOwn(address: string): boolean {
  return address === '' || new URL(address).origin === location.origin;
}
