/** Addresses of a graph that Logseq itself published: `/#/page/NAME`. */
import { percentDecoded } from '../garden/percent-decoding.ts';

const address = /^#\/page\/([^?#]+)/u;
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
/** As the slugs of pages leave them out. */
const unsafe = /[\p{Cc}\s%\\?#"<>|*:^`{}[\]]+/gu;

/** The name of the page that a fragment names, or '' where it is another one, or that of a block. */
export function pageInFragment(fragment: string): string {
  const name = percentDecoded(address.exec(fragment)?.[1] ?? '');
  return id.test(name) ? '' : name.trim();
}

/** Where the page most likely is, relative to the home page: the few that are elsewhere are searched for. */
export function likelyAddress(name: string): string {
  const parts = name.normalize('NFC').toLowerCase().split('/');
  const slugs = parts.map((part) => part.replace(unsafe, '-').replace(/-{2,}/gu, '-'));
  const path = slugs.map((slug) => slug.replace(/^[-.]+|[-.]+$/gu, '')).filter(Boolean);
  return path.length === 0 ? '' : `${path.map(encodeURIComponent).join('/')}/`;
}

/** Leads from the home page to the page that the fragment names, or to a search for it. */
export async function followFragment(fragment: string): Promise<void> {
  const name = pageInFragment(fragment);
  if (name === '') return;
  const page = new URL(likelyAddress(name), location.href);
  const answer = await fetch(page, { method: 'HEAD' }).catch(() => null);
  const search = new URL(`search/?q=${encodeURIComponent(name)}`, location.href);
  location.replace(answer?.ok ? page : search);
}
