/** Addresses of the files that published notes refer to. */
import { compareText } from '../../diagnostic.ts';
import type { Asset } from '../../garden.ts';
import { AddressBook } from './address-book.ts';
import { casedSlugOf } from './slug.ts';

export type PublishedAsset = { readonly asset: Asset; readonly permalink: string };

/** `assets` by path, in order of path, at '/assets/<path made safe>'. */
export function publishAssets(
  assets: ReadonlyMap<string, Asset>,
): ReadonlyMap<string, PublishedAsset> {
  const book = new AddressBook();
  const sorted = [...assets.values()].sort((a, b) => compareText(a.path, b.path));
  return new Map(
    sorted.map((asset) => [asset.path, { asset, permalink: `/assets/${addressOf(asset, book)}` }]),
  );
}

/** A number goes before the extension: 'a-2.png'. */
function addressOf({ path }: Asset, book: AddressBook): string {
  const [, stem = path, extension = ''] = /^(.*[^/])(\.[^./]+)$/.exec(path) ?? [];
  const safe = extension.replace(/[^\p{L}\p{N}.]/gu, '');
  const ending = safe.length > 1 ? safe : '';
  for (let number = 1; ; number++) {
    const preferred = `${casedSlugOf(stem)}${number === 1 ? '' : `-${number}`}${ending}`;
    if (book.isFree(preferred)) return book.take(preferred, path, true);
  }
}
