/**
 * Whether a note may be published, from its own properties. Read strictly: privacy fails closed.
 * Keys: Obsidian Publish (`publish`), Digital Garden (`dg-publish`), Enveloppe (`share`), Logseq
 * (`public`); Hugo and Quartz (`draft`); Jekyll and Hexo (`published`, `hidden`, `password`); Hugo's
 * `build.render`; `private`, `visibility` and words of other languages, which can only hide.
 */
import type { Note, Property, PropertyValue, Visibility } from '../../note.ts';
import { type Direction, knownSwitch, mayHoldSwitch, plainText } from './switch-words.ts';
import { textList } from './text-list.ts';

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

const publicWords = /^(?:public|published|publish|always|everyone|all|yes|公开|公開|已发布)$/iu;

/** Values that say that a note is not for everybody. */
const privateWords =
  /^(?:private|unpublished|not[ -]published|hidden|secret|confidential|unlisted|restricted|(?:only[ -])?me(?:[ -]only)?|noindex|none|privat|privé|privado|私密|私有|私人|未公开|未发布|非公开|非公開|不公开|仅自己可见|隐藏)(?:[ ,;].*)?$/iu;

const meantYes = /^(?:true|yes|on|y|t|1|x|✓|✔|✅|☑|是|真|对|有|ja|oui|sí|si|sim|да|はい|예|네)$/iu;
const meantNo =
  /^(?:false|no|off|n|f|0|never|none|private|draft|✗|✘|❌|❎|否|不|假|错|无|nein|non|nicht|não|нет|いいえ|아니요|아니오)$/iu;

/**
 * What a person may have meant by a value, in any language: for switches that can only hide. 'unclear'
 * for other values.
 */
export function meantSwitch(value: PropertyValue): 'yes' | 'no' | 'unclear' {
  const items = Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
  const word = plainText(String(items));
  if (meantYes.test(word)) return 'yes';
  return meantNo.test(word) ? 'no' : 'unclear';
}

/** Whether a property does nothing but decide about publishing: it is not shown on the page. */
export function isSwitch(key: string): boolean {
  const known = knownSwitch(key);
  return known !== null && !known.isWeak && known.direction !== 'level';
}

/** The visibility that one property asks for. 'unclear' where its value is neither yes nor no. */
export function visibilityOf(key: string, value: PropertyValue): Visibility {
  // A key that is a list or a map: no program reads it.
  if (/^[[{?]/.test(key) && mayHoldSwitch(key)) return 'unclear';
  const known = knownSwitch(key);
  const state = readSwitch(value);
  if (known === null || state === 'absent') return 'unset';
  if (known.isWeak) return weakVisibility(known.direction, value);
  const visibility = visibilityFor(known.direction, state, value);
  return known.isNested && visibility === 'public' ? 'unclear' : visibility;
}

/** A key that may mean something else hides only by a value that is clear to a person. */
function weakVisibility(direction: Direction, value: PropertyValue): Visibility {
  const meant = meantSwitch(value);
  const isLevel = direction === 'deny' && privateWords.test(plainText(String(value)));
  return isLevel || meant === (direction === 'close' ? 'yes' : 'no') ? 'private' : 'unset';
}

function visibilityFor(direction: Direction, state: Switch, value: PropertyValue): Visibility {
  if (direction === 'lock') return state === 'no' ? 'unset' : 'private';
  const words = plainText(String(value));
  if (direction === 'level') return privateWords.test(words) ? 'private' : 'unset';
  if (isOpenWord(direction, words)) return 'unset';
  if (state === 'unclear') return 'unclear';
  if (direction === 'open') return state === 'yes' ? 'public' : 'private';
  const hides = direction === 'close' ? 'yes' : 'no';
  return state === hides ? 'private' : 'unset';
}

/** Whether a word says nothing against publishing: a date, or a yes in any language. */
function isOpenWord(direction: Direction, words: string): boolean {
  if (direction === 'date') return /\d{4}|\d\D+\d/.test(words);
  return direction === 'deny' && (publicWords.test(words) || meantYes.test(words));
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

const privateTags =
  /^#?(?:\[\[)?(?:private|secret|confidential|unlisted|unpublished|no-?publish|do-?not-?publish|私密|私有|隐私)(?:\]\])?$/iu;

/** `tags: private` where the properties of a page have such a tag, '' where they do not. */
export function privateTag(properties: readonly Property[]): string {
  for (const { key, value } of properties) {
    if (!/^tags?$/i.test(key)) continue;
    const tag = textList(value, /[\s,，]/u).find((text) => privateTags.test(plainText(text)));
    if (tag !== undefined) return `${key}: ${tag}`;
  }
  return '';
}

/** Whether a property asks for publishing, or may have been meant to. */
export function asksToBePublished(properties: readonly Property[]): boolean {
  return properties.some(({ key, value }) => {
    if (knownSwitch(key)?.direction !== 'open') return false;
    const state = readSwitch(value);
    return state === 'yes' || state === 'unclear';
  });
}
