/** The file with titles and aliases of the whole garden, to find notes by name. */

export interface Title {
  readonly title: string;
  readonly permalink: string;
  readonly kind: TitleKind;
  readonly aliases: readonly string[];
}

export type TitleKind = 'note' | 'journal' | 'ghost' | 'tag';

const kinds: readonly TitleKind[] = ['note', 'journal', 'ghost', 'tag'];

/** As written to disk: in columns, which compress better. */
interface TitleColumns {
  readonly folders: readonly string[];
  /** Index in `folders` × 4 + index in `kinds`. */
  readonly places: readonly number[];
  readonly titles: readonly string[];
  /** Last part of the address, '' if it follows from the title. */
  readonly names: readonly string[];
  readonly aliases: readonly (readonly [number, ...string[]])[];
}

/** Titles as JSON text, in the same order. */
export function packTitles(titles: readonly Title[]): string {
  const folders = new Map<string, number>();
  const places: number[] = [];
  const names: string[] = [];
  for (const { title, permalink, kind } of titles) {
    const { folder, name } = splitAddress(permalink);
    const index = folders.get(folder) ?? folders.size;
    folders.set(folder, index);
    places.push(index * kinds.length + kinds.indexOf(kind));
    names.push(name === nameOf(title) ? '' : name);
  }
  const aliases = titles.flatMap(({ aliases: all }, index): [number, ...string[]][] =>
    all.length > 0 ? [[index, ...all]] : [],
  );
  const columns: TitleColumns = {
    folders: [...folders.keys()],
    places,
    titles: titles.map(({ title }) => title),
    names,
    aliases,
  };
  return JSON.stringify(columns);
}

/** Reads what `packTitles` wrote. */
export function unpackTitles(packed: string): Title[] {
  const columns = JSON.parse(packed) as TitleColumns;
  const aliases = new Map(columns.aliases.map(([index, ...all]) => [index, all]));
  return columns.titles.map((title, index) => {
    const place = columns.places[index] ?? 0;
    const folder = columns.folders[Math.floor(place / kinds.length)] ?? '/';
    const name = columns.names[index] || nameOf(title);
    return {
      title,
      permalink: name === '' ? folder : `${folder}${name}/`,
      kind: kinds[place % kinds.length] ?? 'note',
      aliases: aliases.get(index) ?? [],
    };
  });
}

function splitAddress(permalink: string): { folder: string; name: string } {
  const cut = permalink.lastIndexOf('/', permalink.length - 2) + 1;
  return { folder: permalink.slice(0, cut), name: permalink.slice(cut, -1) };
}

/** The usual last part of an address for a title. */
function nameOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
