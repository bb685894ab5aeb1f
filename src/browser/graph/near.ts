/** The small graph beside a note: the note among those one step away, as links. */
import type { Near } from '../../garden/graph/near-data.ts';
import { type NearPicture, type NearPoint, nearPicture } from '../../garden/graph/near-layout.ts';
import { shardOf } from '../../garden/graph/shard.ts';
import { percentDecoded } from '../../garden/percent-decoding.ts';
import { fetchJson } from '../fetch-page.ts';

const font = '11.5px';

function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** The note's neighbours, from the file that holds those of some notes; null without a network. */
async function fetchNear(graphPage: string): Promise<Near | null> {
  const shard = shardOf(location.pathname);
  const address = `${graphPage}near/${shard}.json`;
  const notes = await fetchJson<Readonly<Record<string, Near>>>(address).catch(() => ({}));
  const here = percentDecoded(location.pathname);
  const entry = Object.entries(notes).find(([address]) => percentDecoded(address) === here);
  return entry?.[1] ?? null;
}

function lines({ links }: Near, { points }: NearPicture): SVGElement {
  const paths = Array.from({ length: links.length / 2 }, (_, index) => {
    const [a, b] = [points[links[index * 2] ?? 0], points[links[index * 2 + 1] ?? 0]];
    const [middle] = points;
    if (!a || !b || !middle) return '';
    if (a === middle) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
    return `M${a.x} ${a.y}Q${middle.x} ${middle.y} ${b.x} ${b.y}`;
  });
  const own = paths.filter((_, index) => links[index * 2] === 0);
  const others = paths.filter((_, index) => links[index * 2] !== 0);
  return svg(
    'g',
    { class: 'near-lines' },
    svg('path', { class: 'near-others', d: others.join('') }),
    svg('path', { d: own.join('') }),
  );
}

function named({ x, y, text, anchor, textX, textY }: NearPoint, title: string): SVGElement[] {
  return [
    svg('title', {}, title),
    svg('circle', { cx: x, cy: y, r: 4 }),
    svg('text', { x: textX, y: textY, 'text-anchor': anchor }, text),
  ];
}

function draw(near: Near, width: number): SVGElement {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const measure = (text: string) => {
    if (!context) return text.length * 12;
    context.font = `${font} ${family}`;
    return context.measureText(text).width;
  };
  const titles = near.notes.map(([title, , , name]) => name ?? title);
  const picture = nearPicture(titles, width, measure);
  const [itself, ...others] = picture.points.map((point, index) => {
    const [title = '', href = '', kind = 0] = near.notes[index] ?? [];
    const parts = named(point, title);
    if (index === 0) return svg('g', { class: 'near-here' }, ...parts);
    return svg('a', { href, class: kind === 2 ? 'near-ghost' : '', 'aria-label': title }, ...parts);
  });
  const box = `0 0 ${picture.width} ${picture.height}`;
  const drawing = svg('svg', { viewBox: box, width: picture.width, height: picture.height });
  drawing.append(lines(near, picture), ...others, itself ?? '');
  return drawing;
}

/** Draws the note among its neighbours; stays hidden where it has none. */
export async function startNear(root: HTMLElement): Promise<void> {
  const whole = root.querySelector('a');
  const near = await fetchNear(whole?.pathname ?? '');
  if (!whole || !near || near.notes.length < 2) return;
  root.hidden = false;
  whole.before(draw(near, root.clientWidth));
  if (near.more > 0) whole.after(` +${near.more}`);
}
