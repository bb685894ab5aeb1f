/** The elements of the graph page that its script uses. */
import type { PanelParts } from './panel.ts';

export interface GardenParts extends PanelParts {
  readonly stage: HTMLElement;
  /** The picture of the whole garden that is shown until the graph is drawn. */
  readonly still: Element | null;
  readonly ground: HTMLCanvasElement;
  readonly figures: HTMLCanvasElement;
  readonly legend: HTMLElement;
  /** Announces the point that the reader moves to. */
  readonly says: HTMLElement;
  readonly form: HTMLFormElement;
  readonly find: HTMLInputElement;
  readonly tag: HTMLSelectElement;
  readonly depth: HTMLSelectElement;
  readonly colour: HTMLSelectElement;
  readonly ghosts: HTMLInputElement;
  readonly tags: HTMLInputElement;
  readonly lone: HTMLInputElement;
  readonly all: HTMLButtonElement;
  readonly full: HTMLButtonElement;
}

/** @throws Error if the page lacks an element, which GardenGraph.astro must have. */
export function partsOf(root: HTMLElement): GardenParts {
  const part = <Part extends Element>(selector: string): Part => {
    const found = root.querySelector<Part>(selector);
    if (!found) throw new Error(`The graph's page lacks ${selector}.`);
    return found;
  };
  return {
    stage: part('.graph-stage'),
    still: root.querySelector('.graph-still'),
    ground: part('.graph-ground'),
    figures: part('.graph-figures'),
    legend: part('.graph-legend'),
    says: part('.graph-says'),
    form: part('.graph-filters'),
    find: part('[name="find"]'),
    tag: part('[name="tag"]'),
    depth: part('[name="depth"]'),
    colour: part('[name="colour"]'),
    ghosts: part('[name="ghosts"]'),
    tags: part('[name="tags"]'),
    lone: part('[name="lone"]'),
    title: part('.graph-title'),
    facts: part('.graph-facts'),
    list: part('.graph-list'),
    more: part('.graph-more'),
    all: part('.graph-all'),
    full: part('[name="full"]'),
  };
}
