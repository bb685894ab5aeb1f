/** Files and notes that only an author's HTML names: pictures, media and links. */
import type { Position } from '../../diagnostic.ts';
import { ownValue } from '../../own-value.ts';
import { percentDecoded } from '../../percent-decoding.ts';
import { sourceSetCandidates } from '../../source-set.ts';
import type { NoteDraft } from '../draft/note-draft.ts';
import { readAnchor } from '../read-anchor.ts';
import { htmlTags } from './html-tags.ts';

/** A reference in HTML. */
export interface HtmlReference {
  readonly kind: 'embed' | 'link';
  /** Address as a browser reads it. */
  readonly address: string;
  /** Index of the attribute in the HTML. */
  readonly offset: number;
}

/** Attributes with addresses by the name of their element. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'xlink:href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  input: ['src'],
  object: ['data'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

/** The references to files and notes of the vault in a piece of HTML, in document order. */
export function htmlReferences(html: string): HtmlReference[] {
  return htmlTags(html).flatMap(({ name, attributes: given }) =>
    given
      .filter((attribute) => ownValue(attributes, name)?.includes(attribute.name))
      .flatMap(({ name: attribute, value, offset }) => {
        const addresses = attribute === 'srcset' ? addressesIn(value) : [value.trim()];
        const kind = name === 'a' ? ('link' as const) : ('embed' as const);
        return addresses.filter(isLocal).map((address) => ({ kind, address, offset }));
      }),
  );
}

function addressesIn(sourceSet: string): string[] {
  return sourceSetCandidates(sourceSet).map(({ address }) => address);
}

/** Whether an address names a file or note of the vault: no scheme, host, or place on the page. */
function isLocal(address: string): boolean {
  return address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.|[#?])/iu.test(address);
}

/**
 * Adds the references of a piece of HTML to the draft and returns their indexes. Diagnostic: `unclosed-comment`. `positionOf` gives the
 * place in the file of an index in the HTML.
 */
export function addHtmlLinks(
  html: string,
  draft: NoteDraft,
  positionOf: (offset: number) => Position,
): number[] {
  addShownNames(html, draft, positionOf);
  reportUnclosed(html, draft, positionOf);
  if (!html.includes('=')) return [];
  return htmlReferences(html).map(({ kind, address, offset }) => {
    const [path = '', ...fragment] = address.split('#');
    const name = percentDecoded(path.split('?')[0] ?? '').normalize('NFC');
    const anchor = readAnchor(fragment.map(percentDecoded));
    const facts = { kind, by: 'path', name, anchor, label: '', source: address } as const;
    return draft.addLink({ ...facts, ...positionOf(offset) });
  });
}

/** A comment that nothing closes goes on to the end of the block or note. Diagnostic: `unclosed-comment`. */
function reportUnclosed(
  html: string,
  draft: NoteDraft,
  positionOf: (offset: number) => Position,
): void {
  const start = html.lastIndexOf('<!--');
  if (start < 0 || html.includes('-->', start)) return;
  const place = positionOf(start);
  const message = `The comment that starts in line ${place.line} is never closed and hides what follows.`;
  draft.report('unclosed-comment', place, message, 'Add “-->” where the comment ends.');
}

/**
 * Names in the text of HTML, where both programs show brackets as they are: they lead nowhere, but are
 * looked up, so that no private note is named.
 */
export function addShownNames(
  html: string,
  draft: NoteDraft,
  positionOf: (offset: number) => Position,
): void {
  const shown = { kind: 'link', anchor: null, label: '', uncounted: true } as const;
  for (const { 0: source, 1: inside = '', index } of html.matchAll(/\[\[([^[\]\n]{1,500})\]\]/g)) {
    const name = inside.replace(/[#|\\].*$/s, '').trim();
    if (name !== '') draft.addLink({ ...shown, by: 'name', name, source, ...positionOf(index) });
  }
  for (const { 1: source = '', index } of html.matchAll(/\]\(<?([^()<>\n]{1,500})/g)) {
    const address = source.replace(/>?\s+["'].*$/, '').split(/[?#]/)[0] ?? '';
    const name = percentDecoded(address).normalize('NFC');
    if (!isLocal(name)) continue;
    draft.addLink({ ...shown, by: 'path', name, source, ...positionOf(index) });
  }
}
