/** What the site check needs to know of a built page. Pure. */
import { Parser } from 'htmlparser2';

/** Plain JSON, so that it can be kept for the next check. */
export interface BuiltPage {
  readonly ids: readonly string[];
  /** Ids that the page has more than once. */
  readonly duplicateIds: readonly string[];
  /** Addresses of links, pictures and other media, redirects and related documents, as written. */
  readonly references: readonly string[];
  /** Places in the visible text, outside code, formulas and drawings, that look like note syntax. */
  readonly rawSyntax: readonly string[];
  /** Links inside links. */
  readonly nestedLinks: number;
}

const silentElements = new Set([
  'code',
  'pre',
  'script',
  'style',
  'svg',
  'math',
  'kbd',
  'textarea',
]);
const voidElements = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
  'track',
]);

/** Reads a page's HTML. Only text inside `<main>` counts as visible. */
export function readBuiltPage(html: string): BuiltPage {
  const reader = new PageReader();
  // Where there is nothing to decode, the parser leaps from sign to sign.
  const parser = new Parser(reader, { decodeEntities: html.includes('&') });
  parser.write(html);
  parser.end();
  return reader.page();
}

/** Signs of note syntax that no reader should see. */
const rawSyntaxPattern =
  /\*\*|==|%%|\[\[|\]\]|\(\([0-9a-f]{8}-|\{\{|collapsed::|\bid:: [0-9a-f]{8}-|:LOGBOOK:|#\+BEGIN_/g;

class PageReader {
  readonly #ids = new Set<string>();
  readonly #duplicateIds: string[] = [];
  readonly #references: string[] = [];
  #text = '';
  #nestedLinks = 0;
  #links = 0;
  #silent = 0;
  #main = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    const isSilent = this.#readAttributes(name, attributes) || silentElements.has(name);
    if (name === 'a' && ++this.#links > 1) this.#nestedLinks++;
    if (name === 'main') this.#main++;
    if (voidElements.has(name)) return;
    if (this.#silent > 0 || isSilent) this.#silent++;
  }

  onclosetag(name: string): void {
    if (name === 'a') this.#links--;
    if (name === 'main') this.#main--;
    if (this.#silent > 0 && !voidElements.has(name)) this.#silent--;
  }

  ontext(part: string): void {
    if (this.#silent === 0 && this.#main > 0) this.#text += `${part}\n`;
  }

  page(): BuiltPage {
    const rawSyntax = [...this.#text.matchAll(rawSyntaxPattern)].map(({ index }) =>
      this.#text.slice(Math.max(0, index - 30), index + 40).replace(/\s+/g, ' '),
    );
    return {
      ids: [...this.#ids],
      duplicateIds: this.#duplicateIds,
      references: this.#references,
      rawSyntax,
      nestedLinks: this.#nestedLinks,
    };
  }

  /** Reads what an element has; to look for what most do not have takes longer. @returns whether it is silent. */
  #readAttributes(name: string, attributes: Readonly<Record<string, string>>): boolean {
    let isSilent = false;
    let hasReference = name === 'meta';
    for (const attribute in attributes) {
      if (attribute === 'id') this.#readId(attributes['id'] ?? '');
      else if (attribute === 'class') isSilent = silentClass.test(attributes['class'] ?? '');
      else if (referring.has(attribute)) hasReference = true;
    }
    if (hasReference) this.#references.push(...referencesOf(name, attributes));
    return isSilent;
  }

  #readId(id: string): void {
    if (this.#ids.has(id)) this.#duplicateIds.push(id);
    this.#ids.add(id);
  }
}

/** Attributes with addresses. */
const referring = new Set(['href', 'src', 'srcset', 'poster', 'data']);

/** Classes of elements with another syntax than that of notes. */
const silentClass = /(?:^| )(?:katex|source)(?: |$)/;

/** Relations whose target is a document or file of the site. */
const followedRelations =
  /^(?:canonical|alternate|stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prev|next)$/i;

function referencesOf(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const { href, src, srcset, poster, data, rel = '' } = attributes;
  const found: string[] = [];
  const isFollowed = name !== 'link' || rel.split(' ').some((word) => followedRelations.test(word));
  if (href !== undefined && isFollowed) found.push(href);
  if (src !== undefined) found.push(src);
  if (poster !== undefined) found.push(poster);
  if (name === 'object' && data !== undefined) found.push(data);
  for (const candidate of srcset?.split(/,\s+/) ?? []) {
    const [address = ''] = candidate.trim().split(/\s+/);
    if (address !== '') found.push(address);
  }
  if (name === 'meta') found.push(...metaReferences(attributes));
  return found;
}

/** The target of a redirect, and the picture that other sites show. */
function metaReferences(attributes: Readonly<Record<string, string>>): string[] {
  const { content = '', property = '', name = '' } = attributes;
  if (/^refresh$/i.test(attributes['http-equiv'] ?? '')) {
    return refreshTarget(content);
  }
  return /^(?:og:image|og:url|twitter:image)$/.test(property || name) ? [content] : [];
}

/** HTML, “shared declarative refresh steps”: a quote inside of an address that begins with none is part of it. */
function refreshTarget(content: string): string[] {
  const [, quoted, single, plain] =
    /^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.+))/i.exec(content) ?? [];
  const address = (quoted ?? single ?? plain ?? '').trim();
  return address === '' ? [] : [address];
}
