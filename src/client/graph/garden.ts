/** The page of the whole graph: canvas, filters, and a list that says the same in words. */
import type { GraphData } from '../../graph-data.ts';
import { element } from '../element.ts';
import { startBeside } from './beside.ts';
import { type Filter, type Graph, graphOf, neighbours } from './model.ts';
import { GraphView } from './view.ts';

interface Parts {
  readonly canvas: HTMLCanvasElement;
  readonly find: HTMLInputElement;
  readonly tag: HTMLSelectElement;
  readonly depth: HTMLSelectElement;
  readonly list: HTMLElement;
}

/** So many names stand in the list at once; typing narrows it. */
const listed = 60;

function partsOf(root: HTMLElement): Parts | null {
  const canvas = root.querySelector('canvas');
  const find = root.querySelector<HTMLInputElement>('[name="find"]');
  const tag = root.querySelector<HTMLSelectElement>('[name="tag"]');
  const depth = root.querySelector<HTMLSelectElement>('[name="depth"]');
  const list = root.querySelector<HTMLElement>('.graph-list');
  return canvas && find && tag && depth && list ? { canvas, find, tag, depth, list } : null;
}

/** Names that match what is typed, or the neighbours of the note in the middle, or the best linked. */
function matches(graph: Graph, typed: string, middle: number): readonly number[] {
  const all = graph.titles.map((_, index) => index);
  const words = typed.trim().toLowerCase();
  if (words !== '')
    return all.filter((index) => graph.titles[index]?.toLowerCase().includes(words));
  if (middle >= 0) return [middle, ...neighbours(graph, middle)];
  return all.sort((a, b) => (graph.degrees[b] ?? 0) - (graph.degrees[a] ?? 0));
}

function run(data: GraphData, parts: Parts): void {
  const { canvas, find, tag, depth, list } = parts;
  let graph = graphOf(data, { tag: -1, middle: -1, depth: Number.POSITIVE_INFINITY });
  let middle = data.notes.findIndex(
    ([, href]) => href === new URLSearchParams(location.search).get('note'),
  );
  const beside = startBeside((places) => view.move(places));
  const open = (index: number) => location.assign(graph.hrefs[index] ?? '');
  const view = new GraphView(canvas, open, beside.paint);

  const place = () => graph.hrefs.indexOf(data.notes[middle]?.[1] ?? '');
  const fill = () => {
    const found = matches(graph, find.value, place());
    list.replaceChildren(
      ...found.slice(0, listed).map((index) => {
        const link = element('a', { href: graph.hrefs[index] ?? '' }, graph.titles[index] ?? '');
        for (const name of ['pointerenter', 'focus'])
          link.addEventListener(name, () => view.light(index));
        return element('li', {}, link);
      }),
    );
  };
  const refresh = () => {
    const filter: Filter = { tag: Number(tag.value), middle, depth: Number(depth.value) };
    graph = graphOf(data, filter);
    view.show(graph, place());
    beside.layOut(graph);
    fill();
  };
  for (const [index, name] of data.tags.entries()) {
    tag.append(element('option', { value: String(index) }, name));
  }
  if (middle >= 0) depth.value = '2';
  for (const part of [tag, depth]) part.addEventListener('change', refresh);
  find.addEventListener('input', () => {
    const words = find.value.trim().toLowerCase();
    middle = words === '' ? -1 : data.notes.findIndex(([title]) => title.toLowerCase() === words);
    if (depth.value === 'Infinity') fill();
    else refresh();
  });
  refresh();
}

/** Fetches the garden's graph and starts the page. */
export async function startGarden(root: HTMLElement): Promise<void> {
  const parts = partsOf(root);
  if (!parts) return;
  const response = await fetch(root.dataset.source ?? '');
  run(await response.json(), parts);
  root.hidden = false;
}
