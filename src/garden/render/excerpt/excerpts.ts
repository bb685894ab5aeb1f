/**
 * What other pages show of the places where a note refers to them. Cut from the note's finished page,
 * so that a block is rendered once, and says to others what it says there. One rule for both dialects:
 * the block or list item that holds the link, with those above as a breadcrumb and those below; of
 * other text the sentence, below its headings.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Garden, GardenNote } from '../../garden.ts';
import type { Link } from '../../note.ts';
import type { Excerpt, NoteExcerpts } from '../../page.ts';
import { addressOf } from '../address.ts';
import { publicContext, publicFragment } from '../privacy.ts';
import { childrenOf, ownContent, shortList } from './block-parts.ts';
import { cleaned } from './clean.ts';
import { firstLine, inCrumb, maxCrumbLength } from './crumb.ts';
import { beginning, flatText, saysSomething } from './cut.ts';
import { type Place, placesOf } from './places.ts';
import { propertyLinks } from './property-links.ts';
import { SentenceCutter } from './sentence.ts';

/** A longer block is cut to the sentence around the link, in UTF-16 code units. */
const maxOwnLength = 700;
/** Of more references in one block others show no words. */
const maxInBlock = 500;
/** Of more blocks above, the nearest are shown. */
const maxCrumbs = 6;

/** Excerpts of the note whose finished page is `nodes`; null where it refers to no page and bears no tag. */
export function excerptsOf(
  garden: Garden,
  entry: GardenNote,
  nodes: readonly ElementContent[],
  description: string,
): NoteExcerpts | null {
  const { links } = entry.note;
  const isReference = entry.targets.map((target, index) => {
    if (links[index]?.uncounted === true) return false;
    return target.kind === 'tag' || ('id' in target && target.id !== entry.id);
  });
  if (!isReference.includes(true) && entry.note.tags.length === 0) return null;
  const inProperties = propertyLinks(entry.note);
  const collector = new Collector(garden, entry, nodes);
  const places = new Map<number, Place>();
  for (const place of placesOf(nodes)) {
    if (!places.has(place.link)) places.set(place.link, place);
  }
  const of = links.map((link, index) => {
    const isShown = isReference[index] && !inProperties.has(index);
    return isShown ? collector.add(link, places.get(index)) : -1;
  });
  return { description, of, excerpts: collector.excerpts };
}

/** What stands in a block itself, and whether others show all of it. */
interface Whole {
  readonly nodes: readonly ElementContent[];
  readonly isShort: boolean;
}

class Collector {
  readonly excerpts: Excerpt[] = [];
  readonly #garden: Garden;
  readonly #entry: GardenNote;
  readonly #address: string;
  readonly #indexes = new Map<string, number>();
  readonly #crumbs = new Map<Element, string>();
  readonly #below = new Map<Element, string>();
  readonly #wholes = new Map<Element, Whole>();
  /** By block or line: how many references were added. */
  readonly #added = new Map<Element, number>();
  readonly #sentences = new SentenceCutter();
  /** Elements of the page by their id, for links that the page does not show. */
  readonly #blocks: ReadonlyMap<string, readonly Element[]>;

  constructor(garden: Garden, entry: GardenNote, nodes: readonly ElementContent[]) {
    this.#garden = garden;
    this.#entry = entry;
    this.#address = addressOf(garden, entry.permalink);
    this.#blocks = blocksById(nodes);
  }

  /** Adds the excerpt of a link. @returns its index, or -1 where it would say nothing. */
  add(link: Link, place: Place | undefined): number {
    const { fragment } = publicContext(this.#garden, this.#entry, link.context);
    if (place === undefined) return this.#addWords(link, fragment);
    const block = place.item ?? place.line ?? place.element;
    const count = this.#added.get(block) ?? 0;
    if (count >= maxInBlock) return -1;
    this.#added.set(block, count + 1);
    return this.#addPlace(place, fragment);
  }

  #addPlace(place: Place, fragment: string): number {
    const content = this.#content(place);
    const above = this.#above([...place.headings, ...place.above], fragment);
    const below = this.#belowOf(place);
    const others = flatText(content).replace(flatText([place.element]), '');
    if (!saysSomething(others) && above.length === 0 && below === '') return -1;
    return this.#keep({ fragment, above, html: html(content), below });
  }

  /** A link in a diagram, or one that the page does not show: its words as read from the source. */
  #addWords(link: Link, fragment: string): number {
    const { before, text, after } = publicContext(this.#garden, this.#entry, link.context);
    const blocks = this.#blocks.get(fragment) ?? [];
    const isDiagram = link.kind === 'diagram';
    const above = this.#above(isDiagram ? blocks : blocks.slice(0, -1), fragment);
    if (!saysSomething(before + after) && above.length === 0) return -1;
    const words: ElementContent[] = [
      { type: 'text', value: before },
      h('b', text),
      { type: 'text', value: after },
    ];
    return this.#keep({ fragment, above, html: html(words), below: '' });
  }

  #keep(excerpt: Excerpt): number {
    const { fragment: _fragment, ...shown } = excerpt;
    const key = JSON.stringify(shown);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.excerpts.length);
    return this.excerpts.push(excerpt) - 1;
  }

  #content(place: Place): ElementContent[] {
    const { item, line, element } = place;
    const whole = item === null ? null : this.#wholeOf(item);
    if (whole?.isShort) return cleaned(whole.nodes, this.#address);
    if (line?.tagName === 'tr') return cleaned(cellsOf(line), this.#address);
    const nodes = line?.children ?? whole?.nodes ?? [element];
    return cleaned(this.#sentences.around(nodes, element), this.#address);
  }

  #wholeOf(item: Element): Whole {
    const known = this.#wholes.get(item);
    if (known !== undefined) return known;
    const nodes = ownContent(item);
    const whole = { nodes, isShort: flatText(nodes).length <= maxOwnLength };
    this.#wholes.set(item, whole);
    return whole;
  }

  /** The breadcrumb of a reference, without the block `own` that it is in itself. */
  #above(elements: readonly Element[], own: string): Excerpt['above'] {
    return elements
      .filter((element) => element.tagName !== 'li' || element.properties['id'] !== own)
      .slice(-maxCrumbs)
      .map((element) => ({ html: this.#crumb(element), fragment: this.#fragmentOf(element) }))
      .filter((crumb) => crumb.html !== '');
  }

  /** The first line of a block, or a heading, without links and blocks: a breadcrumb is a link itself. */
  #crumb(element: Element): string {
    const known = this.#crumbs.get(element);
    if (known !== undefined) return known;
    const line = firstLine(element.tagName === 'li' ? ownContent(element) : element.children);
    const shown = cleaned(beginning(line, maxCrumbLength), this.#address).flatMap(inCrumb);
    const crumb = saysSomething(flatText(shown)) ? html(shown) : '';
    this.#crumbs.set(element, crumb);
    return crumb;
  }

  #fragmentOf({ properties, data }: Element): string {
    const id = properties['id'] ?? data?.heading?.fragment ?? '';
    return publicFragment(this.#entry, String(id));
  }

  #belowOf({ item, next }: Place): string {
    if (item === null) {
      return next?.tagName === 'p'
        ? html([h('p', cleaned(beginning(next.children, 200), this.#address))])
        : '';
    }
    const known = this.#below.get(item);
    if (known !== undefined) return known;
    const place = `${this.#address}#${encodeURIComponent(String(item.properties['id'] ?? ''))}`;
    const below = html(shortList(cleaned(childrenOf(item), this.#address), place));
    this.#below.set(item, below);
    return below;
  }
}

function html(nodes: readonly ElementContent[]): string {
  return toHtml({ type: 'root', children: [...nodes] }, { allowDangerousHtml: true });
}

/** The cells of a row in one line. */
function cellsOf(row: Element): ElementContent[] {
  const cells = row.children.filter((cell): cell is Element => cell.type === 'element');
  return cells.flatMap((cell, index): ElementContent[] => {
    return index === 0 ? cell.children : [{ type: 'text', value: ' · ' }, ...cell.children];
  });
}

/** For each block or list item with an id: those above it and itself. */
function blocksById(nodes: readonly ElementContent[]): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, readonly Element[]>();
  const visit = (children: readonly ElementContent[], above: readonly Element[]): void => {
    for (const node of children) {
      if (node.type !== 'element') continue;
      const inside = node.tagName === 'li' ? [...above, node] : above;
      const { id } = node.properties;
      if (node.tagName === 'li' && typeof id === 'string') found.set(id, inside);
      visit(node.children, inside);
    }
  };
  visit(nodes, []);
  return found;
}
