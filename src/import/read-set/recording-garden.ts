/** A view of the garden that records every fact which is read through it. */
import type { Garden, GardenNote } from '../../garden/garden.ts';
import type { Sources } from '../../garden/render/render-context.ts';
import type { FactNumbers } from './fact-numbers.ts';
import { existence, type FactKind } from './facts.ts';

/** What a page is rendered from, and the numbers of the facts that it has read so far. */
export interface RecordedReads {
  readonly garden: Garden;
  readonly sources: Sources;
  /** In the order of the first read. */
  readonly facts: ReadonlySet<number>;
}

/**
 * The garden and sources as one page sees them: what is read through them is recorded as facts.
 * `drawingKey` gives the key of the drawing of a diagram's source, `numbers` the numbers of facts. The policy
 * is not recorded: it applies to every page.
 */
export function recordReads(
  garden: Garden,
  sources: Sources,
  drawingKey: (source: string) => string,
  numbers: FactNumbers,
): RecordedReads {
  const facts = new Set<number>();
  const record = (kind: FactKind, property?: string, id?: string) => {
    facts.add(numbers.numberOf(kind, property, id));
  };
  const recorded: Sources = {
    body(path) {
      record('body', '-', path);
      return sources.body(path);
    },
    drawing(diagram) {
      record('drawing', '-', drawingKey(diagram.source));
      return sources.drawing(diagram);
    },
    highlighter: sources.highlighter,
    copy: sources.copy,
    formulas: sources.formulas,
  };
  return { garden: gardenView(garden, record), sources: recorded, facts };
}

/** What was not asked for. */
const none = new Map<string, never>();

type Record = (kind: FactKind, property?: string, id?: string) => void;

function gardenView(garden: Garden, record: Record): Garden {
  const whole = () => {
    record('whole');
    return garden;
  };
  const maps = {
    notes: new RecordedMap(garden.notes, whole, (entry, id) => {
      record('note', existence, id);
      return entry && noteView(entry, record);
    }),
    ghosts: new RecordedMap(garden.ghosts, whole, entries('ghost', record)),
    tags: new RecordedMap(garden.tags, whole, entries('tag', record)),
    assets: new RecordedMap(garden.assets, whole, values('asset', record)),
    mentions: new RecordedMap(garden.mentions, whole, values('mentions', record)),
    related: new RecordedMap(garden.related ?? none, whole, values('related', record)),
    near: new RecordedMap(garden.near ?? none, whole, values('near', record)),
    redirects: new RecordedMap(garden.redirects, whole, values('redirect', record)),
    journals: journalsView(garden.journals, record),
    works: new RecordedMap(garden.works ?? none, whole, values('work', record)),
    policy: garden.policy,
  };
  return new Proxy(garden, {
    get(target, property) {
      if (typeof property === 'symbol') return Reflect.get(target, property);
      if (property === 'whole') return whole();
      const view = maps[property as keyof typeof maps];
      if (view !== undefined) return view;
      record('garden', property);
      return Reflect.get(target, property);
    },
  });
}

/** An entry of which each property that is read is a fact of its own. */
function noteView(entry: GardenNote, record: Record): GardenNote {
  const note = propertiesView(entry.note, (property) =>
    record('note', `note.${property}`, entry.id),
  );
  return new Proxy(entry, {
    get(target, property) {
      if (property === 'note') return note;
      if (typeof property === 'string' && property !== 'id') record('note', property, entry.id);
      return Reflect.get(target, property);
    },
  });
}

function entries(kind: FactKind, record: Record) {
  return <Entry extends object>(entry: Entry | undefined, id: string): Entry | undefined => {
    record(kind, existence, id);
    return entry && propertiesView(entry, (property) => record(kind, property, id));
  };
}

function values(kind: FactKind, record: Record) {
  return <Value>(value: Value | undefined, id: string): Value | undefined => {
    record(kind, '-', id);
    return value;
  };
}

function propertiesView<Value extends object>(
  value: Value,
  read: (property: string) => void,
): Value {
  return new Proxy(value, {
    get(target, property) {
      if (typeof property === 'string') read(property);
      return Reflect.get(target, property);
    },
  });
}

/** The journals, of which a page may ask for its neighbours without depending on all others. */
function journalsView(journals: readonly string[], record: Record): readonly string[] {
  const near = new Set<string>();
  const indexOf = (id: string) => {
    record('neighbours', '-', id);
    const at = journals.indexOf(id);
    near
      .add(String(at - 1))
      .add(String(at))
      .add(String(at + 1));
    return at;
  };
  return new Proxy(journals, {
    get(target, property) {
      if (property === 'indexOf') return indexOf;
      if (typeof property === 'symbol' || !near.has(property)) record('garden', 'journals');
      return Reflect.get(target, property);
    },
  });
}

/** A map whose entries are recorded one by one as they are asked for, and as a whole when listed. */
class RecordedMap<Value> implements ReadonlyMap<string, Value> {
  readonly #map: ReadonlyMap<string, Value>;
  readonly #whole: () => unknown;
  readonly #view: (value: Value | undefined, key: string) => Value | undefined;
  readonly #seen = new Map<string, Value | undefined>();

  constructor(
    map: ReadonlyMap<string, Value>,
    whole: () => unknown,
    view: (value: Value | undefined, key: string) => Value | undefined,
  ) {
    this.#map = map;
    this.#whole = whole;
    this.#view = view;
  }

  /** The same view for the same key, so that what is computed of an entry can be kept by it. */
  get(key: string): Value | undefined {
    if (this.#seen.has(key)) return this.#seen.get(key);
    const view = this.#view(this.#map.get(key), key);
    this.#seen.set(key, view);
    return view;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    this.#whole();
    return this.#map.size;
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    this.#whole();
    this.#map.forEach((value, key) => {
      callback(value, key, this);
    });
  }

  entries(): MapIterator<[string, Value]> {
    this.#whole();
    return this.#map.entries();
  }

  keys(): MapIterator<string> {
    this.#whole();
    return this.#map.keys();
  }

  values(): MapIterator<Value> {
    this.#whole();
    return this.#map.values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
