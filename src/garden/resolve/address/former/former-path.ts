/** Addresses that files of a site can have. */
import { addressDecoded } from '../../../percent-decoding.ts';

/** What a name of a file may not hold on some system, or an address not without being encoded. */
const unsafe = /[\p{Cc}\p{Cs}\p{Cf}\\:*?"<>|#%]/u;
const maxSegmentBytes = 200;

/**
 * An address without slashes at its ends, as the path of a file: decoded, without `index.html`. Null for
 * the home page, for addresses of other sites, and for those that no file can answer, such as `/?p=12`.
 */
export function formerPath(address: string): string | null {
  const path = addressDecoded(address.trim())
    .normalize('NFC')
    .replace(/(?<=^|\/)_?index\.html?$/iu, '')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  const isFile = path.every((segment) => {
    const isName = !unsafe.test(segment) && !/^\.|[. ]$|^ /u.test(segment);
    return isName && new TextEncoder().encode(segment).length <= maxSegmentBytes;
  });
  return path.length > 0 && isFile ? path.join('/') : null;
}
