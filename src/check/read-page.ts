/** What the site check wants to know of a built page. Pure. */
import { Parser } from 'htmlparser2';

export interface BuiltPage {
  readonly ids: ReadonlySet<string>;
  /** Ids that stand on the page more than once. */
  readonly duplicateIds: readonly string[];
  /** `href` and `src` values of links, pictures and other media, as written. */
  readonly references: readonly string[];
  /** Visible text outside code, math, diagrams and scripts. */
  readonly text: string;
  /** Links that stand inside links. */
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
  const parser = new Parser(reader);
  parser.write(html);
  parser.end();
  return reader;
}

class PageReader {
  readonly ids = new Set<string>();
  readonly duplicateIds: string[] = [];
  readonly references: string[] = [];
  text = '';
  nestedLinks = 0;
  #links = 0;
  #silent = 0;
  #main = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#readAttributes(name, attributes);
    if (name === 'a' && ++this.#links > 1) this.nestedLinks++;
    if (name === 'main') this.#main++;
    if (voidElements.has(name)) return;
    if (this.#silent > 0 || isSilent(name, attributes)) this.#silent++;
  }

  onclosetag(name: string): void {
    if (name === 'a') this.#links--;
    if (name === 'main') this.#main--;
    if (this.#silent > 0 && !voidElements.has(name)) this.#silent--;
  }

  ontext(part: string): void {
    if (this.#silent === 0 && this.#main > 0) this.text += `${part}\n`;
  }

  #readAttributes(name: string, { id, href, src }: Record<string, string>): void {
    if (id !== undefined && this.ids.has(id)) this.duplicateIds.push(id);
    if (id !== undefined) this.ids.add(id);
    if (href !== undefined && name !== 'link') this.references.push(href);
    if (src !== undefined) this.references.push(src);
  }
}

function isSilent(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const classes = (attributes['class'] ?? '').split(' ');
  return silentElements.has(name) || classes.includes('katex') || classes.includes('source');
}
