/** Pictures, sounds and videos of other hosts in finished HTML: what a reader's browser would ask for. Pure. */
import { sourceSetCandidates } from '../../garden/source-set.ts';

const mediaStart = /<(?:img|source|video|audio|track)\b/;
const mediaTag = new RegExp(`${mediaStart.source}(?:[^>"]|"[^"]*")*>`, 'g');
const attribute = /\s(src|poster|srcset)="([^"]*)"/g;

/** Whether HTML in a text of JSON may name a medium of another host. Asked of the whole text, which takes little. */
export function mayNameRemote(json: string): boolean {
  return json.includes('//') && mediaStart.test(json);
}

/** The address of each medium of another host, as written but for entities, in order. */
export function remoteAddresses(html: string): string[] {
  const found: string[] = [];
  replaceRemote(html, (address) => {
    found.push(address);
    return null;
  });
  return found;
}

/** The HTML with the addresses that `replace` gives; one for which it gives null stays. */
export function replaceRemote(html: string, replace: (address: string) => string | null): string {
  const change = (address: string) => (isRemote(address) ? replace(address) : null) ?? address;
  return html.replace(mediaTag, (tag) => {
    return tag.replace(attribute, (written, name: string, value: string) => {
      const text = decoded(value);
      const changed = name === 'srcset' ? replacedInSet(text, change) : change(text);
      return changed === text ? written : ` ${name}="${encoded(changed)}"`;
    });
  });
}

/** The value of a `srcset` with other addresses. */
function replacedInSet(written: string, change: (address: string) => string): string {
  const candidates = sourceSetCandidates(written);
  return candidates
    .map(({ address, descriptors }) => [change(address), ...descriptors].join(' '))
    .join(', ');
}

/**
 * The HTML in which each picture whose `src` has a size says it, where its author says nothing of it: it
 * reserves the picture's space.
 */
export function withSizes(
  html: string,
  sizeOf: (address: string) => { readonly width: number; readonly height: number } | undefined,
): string {
  return html.replace(/<img\b(?:[^>"]|"[^"]*")*>/g, (tag) => {
    if (/\s(?:width|height|style)=/.test(tag)) return tag;
    const size = sizeOf(decoded(/\ssrc="([^"]*)"/.exec(tag)?.[1] ?? ''));
    return size ? tag.replace(/\s*\/?>$/, ` width="${size.width}" height="${size.height}">`) : tag;
  });
}

function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

const entities: readonly (readonly [RegExp, string])[] = [
  [/&(?:quot|#34|#x22);/gi, '"'],
  [/&(?:lt|#60|#x3c);/gi, '<'],
  [/&(?:gt|#62|#x3e);/gi, '>'],
  [/&(?:amp|#38|#x26);/gi, '&'],
];

function decoded(value: string): string {
  return entities.reduce((text, [entity, sign]) => text.replace(entity, sign), value);
}

function encoded(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
