/** What an expression can ask for: the published files of its vault, and the note that holds it. */
import type { Expression, ExpressionLanguage } from '../../expression.ts';
import type { Garden, GardenNote, Target } from '../../garden.ts';
import type { PropertyValue } from '../../note.ts';
import { joinPath, lastSegment, pathIn, withoutNoteExtension } from '../lookup/name-key.ts';
import { referentOf } from '../query/referent.ts';
import { parseDate } from './date-reading.ts';
import { parseDuration } from './durations.ts';
import type { DateValue, FileValue, LinkValue, Value } from './value.ts';

export interface QuerySite {
  /** All of it: an answer depends on every note. */
  readonly garden: Garden;
  readonly language: ExpressionLanguage;
  /** The note with the query. */
  readonly own: GardenNote | undefined;
  /** ISO day of the build. */
  today(): string;
  /** A note's text without the names of private notes. Every text that enters a value passes it. */
  publicText(entry: GardenNote, text: string): string;
}

export class Surroundings {
  readonly site: QuerySite;
  readonly formulas: Readonly<Record<string, Expression | null>>;
  private readonly names = new Map<string, string>();

  constructor(site: QuerySite, formulas: Readonly<Record<string, Expression | null>> = {}) {
    this.site = site;
    this.formulas = formulas;
  }

  get language(): ExpressionLanguage {
    return this.site.language;
  }

  get today(): DateValue {
    return parseDate(this.site.today()) ?? { type: 'date', ms: 0, hasTime: false };
  }

  /** The published note of a file. */
  entryOf({ key }: Pick<FileValue, 'key'>): GardenNote | undefined {
    return key.startsWith('note:') ? this.site.garden.notes.get(key.slice(5)) : undefined;
  }

  /** Path of a file in its vault; '' for none. */
  pathOf(file: Pick<FileValue, 'key'>): string {
    const entry = this.entryOf(file);
    if (entry) return pathIn(entry.note.vault, entry.note.path);
    const { vault = '' } = this.site.own?.note ?? {};
    return file.key.startsWith('asset:') ? pathIn(vault, file.key.slice(6)) : '';
  }

  /** What Obsidian calls a file: without the extension of notes. */
  readonly nameOf = (file: FileValue): string =>
    lastSegment(withoutNoteExtension(this.pathOf(file)));

  /** The key of the note or file that a name leads to from the note `entry`; '' where there is none. */
  keyOfName(name: string, entry: GardenNote | undefined): string {
    const known = `${entry?.id ?? ''} ${name}`;
    const key = this.names.get(known) ?? this.find(name, entry);
    this.names.set(known, key);
    return key;
  }

  private find(name: string, entry: GardenNote | undefined): string {
    const { garden } = this.site;
    const { id } = referentOf(garden, name, entry?.note);
    if (id !== null && garden.notes.has(id)) return `note:${id}`;
    const wanted = name.toLowerCase().replace(/^\//, '');
    const folder = entry?.note.vault ?? '';
    const whole = joinPath(folder, name) ?? name;
    if (garden.assets.has(whole)) return `asset:${whole}`;
    const found = [...garden.assets.keys()].find((path) =>
      `/${path.toLowerCase()}`.endsWith(`/${wanted}`),
    );
    return wanted.includes('.') && found !== undefined ? `asset:${found}` : '';
  }

  /** The link that a note's `[[source]]` is, with what it leads to; null where that is not published. */
  linkFrom(entry: GardenNote | undefined, source: string, embed = false): LinkValue | null {
    const [target = '', ...labels] = source.split(/\\?\|/);
    const [name = '', ...parts] = target.split('#').map((part) => part.trim());
    const subpath = parts.join('#');
    const index = entry?.note.links.findIndex((each) => each.name === name) ?? -1;
    const known = index < 0 ? undefined : entry?.targets[index];
    if (known?.kind === 'private') return null;
    const key = keyOfTarget(known) || this.keyOfName(name, entry);
    const display = labels.join('|').trim();
    const isPublic = known !== undefined || key !== '' || this.isKnown(name, entry);
    return { type: 'link', name: isPublic ? name : '…', subpath, display, embed, key };
  }

  /** Whether a name that leads to no note may be shown: it was not looked up, and may be private. */
  private isKnown(name: string, entry: GardenNote | undefined): boolean {
    const { garden } = this.site;
    const { id } = referentOf(garden, name, entry?.note);
    return (id !== null && garden.ghosts.has(id)) || /^\d{4}-\d{2}-\d{2}$/.test(name);
  }

  /** A property's value, typed as the program reads it. */
  valueOf(entry: GardenNote, value: PropertyValue): Value {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'string') return value.map((item) => this.valueOf(entry, item));
    const text = value.trim();
    const link = /^(!?)\[\[([^[\]]+)\]\]$/.exec(text);
    if (link) return this.linkFrom(entry, link[2] ?? '', link[1] === '!');
    const date = parseDate(text);
    // A year and a month alone may be a number of anything.
    if (date && text.length > 7) return date;
    const units = this.language === 'dataview' ? parseDuration(text) : null;
    if (units) return { type: 'duration', units };
    return this.site.publicText(entry, value);
  }
}

export function keyOfTarget(target: Target | undefined): string {
  if (target?.kind === 'note') return `note:${target.id}`;
  return target?.kind === 'asset' ? `asset:${target.path}` : '';
}
