/** Encrypted files of an open page: each is fetched, decrypted and shown from memory. */
import { lockedFolder, nonceLength } from '../../garden/locked.ts';
import type { LockedContent } from '../../garden/locked-content.ts';
import { ownValue } from '../../garden/own-value.ts';
import { decrypted } from './lock.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const folder = `${base}${lockedFolder}/`;
const addresses = ['src', 'href', 'poster', 'data', 'xlink:href'];

/**
 * Takes the addresses of encrypted files out of a part of a page, before it is shown. What is returned
 * puts the files there.
 */
export function takeFiles(
  part: DocumentFragment,
  content: LockedContent,
  key: string,
): () => Promise<void> {
  const places: { element: Element; attribute: string; name: string; rest: string }[] = [];
  for (const element of part.querySelectorAll('*')) {
    for (const attribute of addresses) {
      const address = element.getAttribute(attribute);
      if (!address?.startsWith(folder)) continue;
      const [name = '', ...rest] = address.slice(folder.length).split(/(?=#)/);
      element.removeAttribute(attribute);
      places.push({ element, attribute, name, rest: rest.join('') });
    }
  }
  return async () => {
    const names = [...new Set(places.map(({ name }) => name))];
    await Promise.all(
      names.map(async (name) => {
        const file = ownValue(content.files, name);
        const url = await openFile(name, file?.type ?? '', key);
        for (const place of places.filter((each) => each.name === name)) {
          if (url === null || !file) continue;
          place.element.setAttribute(place.attribute, url + place.rest);
          if (place.element instanceof HTMLAnchorElement) place.element.download = file.name;
        }
      }),
    );
  };
}

async function openFile(name: string, type: string, key: string): Promise<string | null> {
  const response = await fetch(folder + name).catch(() => null);
  if (!response?.ok) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < nonceLength) return null;
  const plain = await decrypted(key, name, bytes);
  return plain && URL.createObjectURL(new Blob([plain], { type }));
}
