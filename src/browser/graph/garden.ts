/** The page of the whole graph: picture, filters, legend, and a list of the same notes as text. */

import { byDegree } from '../../garden/graph/adjacency.ts';
import type { PlacedGraphData } from '../../garden/graph/graph-data.ts';
import { type GraphText, graphText } from '../../garden/interface-texts/graph-texts.ts';
import { element } from '../element.ts';
import { fetchJson } from '../fetch-page.ts';
import { nextTask } from '../next-task.ts';
import { shownLanguage } from '../shown-language.ts';
import { startFullScreen } from './full-screen.ts';
import { type GardenParts, partsOf } from './garden-parts.ts';
import { startGestures } from './gestures.ts';
import { groundPainter } from './ground-painter.ts';
import { type GroupedBy, type Grouping, groupsOf } from './groups.ts';
import { layOutInWorker } from './lay-out-in-worker.ts';
import { showLegend } from './legend.ts';
import { everything, type Filter, type Graph, graphOf } from './model.ts';
import { linksOf, Panel, pointsOf } from './panel.ts';
import { PointLink } from './point-link.ts';
import type { GroundPainter } from './scene.ts';
import { GraphView } from './view.ts';

class GardenGraph {
  private readonly data: PlacedGraphData;
  private readonly parts: GardenParts;
  private readonly view: GraphView;
  private readonly pointLink: PointLink;
  private readonly panel: Panel;
  private graph: Graph;
  /** The last graph that was requested: the layout of an earlier one may come later. */
  private requested: Graph | null = null;
  private grouping: Grouping;
  /** Index of the note that the graph is about, or -1. */
  private middle = -1;

  constructor(data: PlacedGraphData, parts: GardenParts, painter: GroundPainter) {
    [this.data, this.parts] = [data, parts];
    const { stage, ground, figures } = parts;
    this.view = new GraphView([ground, figures], painter, (isWhole) => {
      this.pointLink.place();
      if (isWhole) parts.still?.remove();
    });
    this.pointLink = new PointLink(stage, this.view, (point) => this.arrived(point));
    this.panel = new Panel(parts, (point) => this.view.highlight(point));
    this.graph = graphOf(data, everything);
    this.grouping = groupsOf(data, this.graph, 'folder');
    startGestures(stage, this.view, (point, isTouch) => this.pointLink.point(point, isTouch));
    this.listen();
  }

  /** Shows the graph; for the note at `address`, the notes within two links of it. */
  async start(address: string | null): Promise<void> {
    const { tag, depth, find } = this.parts;
    for (const [index, [name]] of this.data.tags.entries()) {
      if (index < tag.options.length - 1) continue;
      tag.append(element('option', { value: String(index) }, name));
    }
    this.middle = this.data.notes.findIndex(([, href]) => href === address);
    if (this.middle >= 0) depth.value = '2';
    await this.refresh();
    if (find.value !== '') this.search();
  }

  private get text(): GraphText {
    return graphText(shownLanguage());
  }

  private get filter(): Filter {
    const { tag, depth, ghosts, tags, lone } = this.parts;
    return {
      tag: Number(tag.value),
      middle: this.middle,
      depth: Number(depth.value),
      ghosts: ghosts.checked,
      tags: tags.checked,
      lone: lone.checked,
    };
  }

  /** The point of the note in the middle. */
  private get point(): number {
    return this.middle < 0 ? -1 : this.graph.sources.indexOf(this.middle);
  }

  private async refresh(): Promise<void> {
    const graph = graphOf(this.data, this.filter);
    this.requested = graph;
    const points = { links: graph.links, count: graph.sources.length };
    const places = graph.places ?? (await layOutInWorker(points));
    if (!places || this.requested !== graph) return;
    this.graph = graph;
    await nextTask();
    if (this.requested !== graph) return;
    this.recolour();
    this.view.show(graph, places, this.grouping.slotOf, this.point);
    this.pointLink.reset(
      graph,
      places,
      this.point < 0 ? (byDegree(graph.adjacency)[0] ?? -1) : this.point,
    );
    this.parts.depth.disabled = this.middle < 0;
    this.parts.all.hidden = this.middle < 0;
    await nextTask();
    if (this.requested === graph) this.list();
  }

  private recolour(): void {
    const by: GroupedBy = this.parts.colour.value === 'tag' ? 'tag' : 'folder';
    this.grouping = groupsOf(this.data, this.graph, by);
    showLegend(this.parts.legend, this.grouping.groups, this.text, (slot) => {
      const { slotOf } = this.grouping;
      const points = this.graph.sources.flatMap((_, point) =>
        slotOf[point] === slot ? point : [],
      );
      this.view.mark(slot < 0 ? null : new Set(points));
    });
  }

  private list(): void {
    const typed = this.parts.find.value;
    this.panel.show(this.graph, { point: this.point, typed }, this.text);
  }

  /** The reader moved to a point by keyboard or touch: announces it and lists its neighbours. */
  private arrived(point: number): void {
    const { graph, text, parts } = this;
    parts.says.textContent = `${graph.titles[point] ?? ''}, ${text(...linksOf(graph, point))}`;
    this.panel.show(graph, { point, typed: '' }, text);
  }

  /** Highlights the notes that match what is typed. */
  private search(): void {
    const typed = this.parts.find.value;
    const found = pointsOf(this.graph, { point: -1, typed });
    this.view.mark(typed.trim() === '' ? null : new Set(found));
    this.list();
  }

  /** Centres the graph on a note; -1 for the whole graph. */
  private centreOn(source: number): void {
    this.middle = source;
    this.parts.find.value = '';
    if (source < 0) this.parts.depth.value = 'Infinity';
    const address = new URL(location.href);
    address.searchParams.delete('note');
    if (source >= 0) address.searchParams.set('note', this.data.notes[source]?.[1] ?? '');
    history.replaceState(null, '', address);
    void this.refresh().then(() => this.point >= 0 && this.view.reveal(this.point));
  }

  private listen(): void {
    const { form, find, tag, depth, colour, ghosts, tags, lone, all, stage } = this.parts;
    for (const part of [tag, depth, ghosts, tags, lone]) {
      part.addEventListener('change', () => void this.refresh());
    }
    colour.addEventListener('change', () => {
      this.recolour();
      this.view.colour(this.grouping.slotOf);
    });
    find.addEventListener('input', () => this.search());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [first = -1] = pointsOf(this.graph, { point: -1, typed: find.value });
      const source = this.graph.sources[first] ?? -1;
      if (find.value.trim() !== '' && source < this.data.notes.length) this.centreOn(source);
    });
    all.addEventListener('click', () => this.centreOn(-1));
    stage.addEventListener('click', ({ target }) => {
      const name = target instanceof Element ? target.closest('button')?.name : undefined;
      if (name === 'zoom-in') this.view.zoom(1.4);
      if (name === 'zoom-out') this.view.zoom(1 / 1.4);
      if (name === 'whole') this.view.fit();
    });
  }
}

/** Fetches the garden's graph and starts the page; false if it cannot. */
export async function startGarden(root: HTMLElement): Promise<boolean> {
  const data = await fetchJson<PlacedGraphData>(root.dataset.source ?? '').catch(() => null);
  if (!data) return false;
  await nextTask();
  const parts = partsOf(root);
  startFullScreen(root, parts.full);
  const painter = await groundPainter(parts.ground, data.notes.length + data.links.length / 2);
  if (!painter) return false;
  const graph = new GardenGraph(data, parts, painter);
  await nextTask();
  await graph.start(new URLSearchParams(location.search).get('note'));
  return true;
}
