/** A Mermaid diagram as `src/draw` draws it and the renderer puts it into a page. */

/** A diagram as drawn, before its references are resolved: they are still marks in `svg`. */
export type Drawing = DrawnDiagram | FailedDiagram;

export interface DrawnDiagram {
  readonly kind: 'drawn';
  /** Safe to put into a page; its id is `id`, which every id inside it begins with. */
  readonly svg: string;
  readonly id: string;
  /** Natural size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The author's title, or ''. */
  readonly title: string;
  readonly description: string;
  /** The diagram as text, one relation or label each: “Producer → Broker: append”. May contain marks. */
  readonly relations: readonly string[];
}

export interface FailedDiagram {
  readonly kind: 'failed';
  /** What is wrong: one sentence. */
  readonly message: string;
  /** Line of the diagram's source, from 1, or null where Mermaid gives none. */
  readonly line: number | null;
}
