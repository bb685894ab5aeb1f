/** The small graph beside a note: the notes one step away, read from the page itself. */
import { addressOf, type Link } from '../link.ts';
import type { Graph } from './model.ts';
import { GraphView } from './view.ts';

/** More would not be told apart in so small a space. */
const most = 40;

function near(): ReadonlyMap<string, { readonly title: string; readonly kind: number }> {
  const found = new Map<string, { title: string; kind: number }>();
  for (const link of document.querySelectorAll<Link>(
    'main .note-link[href], main .backlink-title',
  )) {
    const { pathname } = addressOf(link);
    if (pathname === location.pathname || found.has(pathname) || found.size >= most) continue;
    const kind = link.matches('.ghost, [data-ghost]') ? 2 : Number(/\/journals\//.test(pathname));
    const title = link.textContent.trim().split('/').at(-1) ?? '';
    found.set(pathname, { title, kind });
  }
  return found;
}

function star(): Graph {
  const others = near();
  const count = others.size + 1;
  const degrees = new Uint32Array(count).fill(1);
  degrees[0] = others.size;
  return {
    titles: [
      document.querySelector('h1')?.textContent.trim().split('/').at(-1) ?? '',
      ...[...others.values()].map(({ title }) => title),
    ],
    hrefs: [location.pathname, ...others.keys()],
    kinds: [0, ...[...others.values()].map(({ kind }) => kind)],
    links: Uint32Array.from([...others.keys()].flatMap((_, index) => [0, index + 1])),
    degrees,
  };
}

/** The note in the middle, the others around it; where they are many, on two circles by turns. */
function around(count: number): Float32Array<ArrayBuffer> {
  const places = new Float32Array(count * 2);
  const others = count - 1;
  for (let i = 1; i < count; i += 1) {
    const radius = others > 10 && i % 2 === 0 ? 45 : 80;
    places[i * 2] = radius * Math.cos((2 * Math.PI * i) / others);
    places[i * 2 + 1] = radius * 0.85 * Math.sin((2 * Math.PI * i) / others);
  }
  return places;
}

/** Draws the note among its neighbours; stays hidden where it has none. */
export function startNear(root: HTMLElement): void {
  const canvas = root.querySelector('canvas');
  const graph = star();
  if (!canvas || graph.titles.length < 2) return;
  root.hidden = false;
  const view = new GraphView(canvas, (index) => location.assign(graph.hrefs[index] ?? ''));
  view.show(graph, -1);
  view.move(around(graph.titles.length));
}
