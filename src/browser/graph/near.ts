/** The local graph beside a note: the notes that it is linked with, as branches by kind. */
import { type Near, type NearNote, nearKinds } from '../../garden/graph/near-data.ts';
import { shardOf } from '../../garden/graph/shard.ts';
import { percentDecoded } from '../../garden/percent-decoding.ts';
import { element } from '../element.ts';
import { fetchJson } from '../fetch-page.ts';

/** The note's links, from the file that holds those of some notes; null without a network. */
async function fetchNear(graphPage: string): Promise<Near | null> {
  const shard = shardOf(location.pathname);
  const address = `${graphPage}near/${shard}.json`;
  const notes = await fetchJson<Readonly<Record<string, Near>>>(address).catch(() => ({}));
  const here = percentDecoded(location.pathname);
  const entry = Object.entries(notes).find(([address]) => percentDecoded(address) === here);
  return entry?.[1] ?? null;
}

function line([title, href, kind, name = title]: NearNote): HTMLElement {
  const link = element('a', { href, className: kind === 2 ? 'near-ghost' : '' }, name);
  if (name !== title) link.ariaLabel = link.title = title;
  return element('li', {}, link);
}

/** Fills the branches of a note's links and shows the graph; what is without notes stays hidden. */
export async function startNear(root: HTMLElement): Promise<void> {
  const near = await fetchNear(
    root.querySelector<HTMLAnchorElement>('.near-whole')?.pathname ?? '',
  );
  for (const kind of nearKinds) {
    const notes = near?.groups[kind] ?? [];
    const branch = root.querySelector<HTMLElement>(`[data-near="${kind}"]`);
    const list = branch?.querySelector('ul');
    if (!branch || !list || notes.length === 0) continue;
    list.append(...notes.map(line));
    const more = near?.more?.[kind] ?? 0;
    if (more > 0) list.append(element('li', { className: 'near-more' }, `+${more}`));
    branch.hidden = false;
  }
  root.hidden = root.querySelector('[data-near]:not([hidden])') === null;
}
