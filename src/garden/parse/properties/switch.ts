/**
 * Whether a note may be published, from its own properties. Read strictly: privacy fails closed.
 * Keys: Obsidian Publish (`publish`), Digital Garden (`dg-publish`), Enveloppe (`share`), Logseq
 * (`public`); Hugo and Quartz (`draft`); Jekyll and Hexo (`published`, `hidden`, `password`); Hugo's
 * `build.render`; `private`, `visibility` and words of other languages, which can only hide.
 */
import type { Note, Property, PropertyValue, Visibility } from '../../note.ts';

export type Switch = 'yes' | 'no' | 'unclear' | 'absent';

const yes = new Set(['true', 'yes', 'on']);
const no = new Set(['false', 'no', 'off', 'n', 'f', '0', 'never', 'none', 'private', 'draft']);

/**
 * Reads a value as yes or no. `null`, an empty text and `undefined` are 'absent': programs write empty
 * properties by themselves. Any other value is 'unclear'.
 */
export function readSwitch(value: PropertyValue | undefined): Switch {
  if (value === undefined || value === null) return 'absent';
  const word = Array.isArray(value) ? '?' : plainText(String(value)).toLowerCase();
  if (word === '') return 'absent';
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : 'unclear';
}

/** Text as a person sees it: full-width signs and odd spaces as plain ones, without invisible signs. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * What a switch does. 'open': yes publishes, no hides. 'close': yes hides. 'deny': no hides, and yes
 * says nothing. 'lock': any value but no hides. 'date': as 'deny', but a date is no switch.
 */
type Direction = 'open' | 'close' | 'deny' | 'lock' | 'date';

const directions: ReadonlyMap<string, Direction> = new Map([
  ...keysOf('open', 'publish dg-publish share public'),
  ...keysOf('close', 'private draft unlisted dg-draft hidden secret confidential unpublished'),
  ...keysOf('close', 'unpublish dg-private is-private isprivate is-draft isdraft headless'),
  ...keysOf(
    'close',
    'privat entwurf privé brouillon privado borrador 私密 私有 隐私 草稿 隐藏 未公开',
  ),
  ...keysOf('deny', 'is-public ispublic visibility build.render -build.render'),
  ...keysOf('deny', 'öffentlich veröffentlichen publier publicar público 公开 发布 分享'),
  ...keysOf('lock', 'password'),
  ...keysOf('date', 'published'),
]);

function keysOf(direction: Direction, keys: string): [string, Direction][] {
  return keys.split(' ').map((key) => [key, direction]);
}

interface KnownSwitch {
  readonly direction: Direction;
  /** Whether the key is a part of a path such as `meta.publish`, where no program looks for it. */
  readonly isNested: boolean;
}

function knownSwitch(key: string): KnownSwitch | null {
  const name = plainText(key).toLowerCase().replace(/[_\s]/g, '-').replace(/\?$/, '');
  const own = directions.get(name);
  if (own) return { direction: own, isNested: false };
  const parts = name.split('.');
  const part = parts.length > 1 ? parts.find((each) => directions.has(each)) : undefined;
  const direction = part === undefined ? undefined : directions.get(part);
  return direction === undefined ? null : { direction, isNested: true };
}

/** Whether a property decides about publishing. */
export function isSwitch(key: string): boolean {
  return knownSwitch(key) !== null;
}

/** The visibility that one property asks for. 'unclear' where its value is neither yes nor no. */
export function visibilityOf(key: string, value: PropertyValue): Visibility {
  const known = knownSwitch(key);
  const state = readSwitch(value);
  if (known === null || state === 'absent') return 'unset';
  const visibility = visibilityFor(known.direction, state, value);
  return known.isNested && visibility === 'public' ? 'unclear' : visibility;
}

function visibilityFor(direction: Direction, state: Switch, value: PropertyValue): Visibility {
  if (direction === 'lock') return state === 'no' ? 'unset' : 'private';
  if (direction === 'date' && /\d/.test(String(value))) return 'unset';
  if (direction === 'deny' && /^(?:public|published|always)$/i.test(String(value))) return 'unset';
  if (state === 'unclear') return 'unclear';
  if (direction === 'open') return state === 'yes' ? 'public' : 'private';
  const hides = direction === 'close' ? 'yes' : 'no';
  return state === hides ? 'private' : 'unset';
}

/** The visibility that a note's switches ask for, and the key of the deciding property. */
export type SwitchReading = Pick<Note, 'visibility' | 'switchKey'>;

/** The reading that decides among several: one that hides is enough. */
export function combineSwitches(readings: readonly SwitchReading[]): SwitchReading {
  for (const visibility of ['private', 'unreadable', 'unclear', 'public'] as const) {
    const found = readings.find((reading) => reading.visibility === visibility);
    if (found) return found;
  }
  return { visibility: 'unset', switchKey: '' };
}

/** Whether a property asks for publishing, or may have been meant to. */
export function asksToBePublished(properties: readonly Property[]): boolean {
  return properties.some(({ key, value }) => {
    if (knownSwitch(key)?.direction !== 'open') return false;
    const state = readSwitch(value);
    return state === 'yes' || state === 'unclear';
  });
}

const switchWords = [...directions.keys()].filter((key) => !key.includes('.'));
const anySwitch = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${switchWords.join('|')})(?:[^\\p{L}\\p{N}]|$)`,
  'iu',
);

/** Whether properties that cannot be parsed may contain a switch: then the note is private. */
export function mayHoldSwitch(source: string): boolean {
  return anySwitch.test(plainText(source).replaceAll('_', '-'));
}
