/** What could run code, load a document or leave the page's own rules in finished HTML. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';

/** Elements that run code, load documents or change how the page is read. */
const elements = new Set(
  'script iframe object embed applet frame frameset base meta link style form template portal noscript animate set'.split(
    ' ',
  ),
);

/** Properties that hold an address, as hast calls them. */
const addresses = new Set(
  'href src srcSet action formAction xLinkHref data poster background ping cite codeBase'.split(
    ' ',
  ),
);

const harmless = /^(?:https?:|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])/i;
const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;

/** A line for each place, read as browsers read it, with more of a page after it: `a href=javascript:…`. */
export function dangersIn(html: string): string[] {
  const tree = raw({
    type: 'root',
    children: [{ type: 'raw', value: `${html}<p title="">` }],
  } as unknown as Root);
  const found: string[] = [];
  visit(tree as Root, found);
  return found;
}

function visit(node: Root | RootContent | ElementContent, found: string[]): void {
  const stack: (Root | RootContent | ElementContent)[] = [node];
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    if (each.type === 'element') found.push(...dangersOf(each));
    if ('children' in each) stack.push(...each.children);
  }
}

function dangersOf({ tagName, properties }: Element): string[] {
  const own = elements.has(tagName) ? [`<${tagName}>`] : [];
  const attributes = Object.entries(properties).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
    return isDangerous(tagName, name, text) ? [`${tagName} ${name}=${text.slice(0, 60)}`] : [];
  });
  return [...own, ...attributes];
}

function isDangerous(tagName: string, name: string, text: string): boolean {
  if (/^on/i.test(name) || /^srcdoc$/i.test(name)) return true;
  // Browsers leave out control characters and blanks inside of a scheme.
  const plain = text.replace(/[\p{Cc}\s]/gu, '');
  if (addresses.has(name)) {
    return !harmless.test(plain) && !(tagName === 'img' && picture.test(plain));
  }
  return name === 'style' && /expression\(|javascript:|-moz-binding|behavior:|url\(/i.test(plain);
}
