/**
 * Switches that their program does not read, or nobody can: in a drawer, with full-width colons, in
 * TOML, in a comment, in damaged bytes. They never publish a note, but they hide it.
 */
import type { Position } from '../../diagnostic.ts';
import type { Dialect, Schedule, Visibility } from '../../note.ts';
import { isAccessKey } from './access.ts';
import { type HeadPair, headPairs } from './head-pairs.ts';
import { type HeadLine, headOf } from './note-head.ts';
import { readSchedule } from './schedule.ts';
import { meantSwitch, visibilityOf } from './switch.ts';
import { mayHoldSwitch, plainText } from './switch-words.ts';

export interface SuspectedSwitch extends Position {
  /** 'unclear' or 'unreadable'. */
  readonly visibility: Visibility;
  readonly switchKey: string;
  /** The line as a person sees it. */
  readonly text: string;
}

/** What the head of a file says about publishing where its program does not read it. */
export interface HeadReading {
  /** The first suspected switch, or null. */
  readonly suspected: SuspectedSwitch | null;
  readonly schedule: Schedule | null;
}

/**
 * Reads the head of a file, whichever program wrote it. `understood` are lines of properties about the
 * access to the page, which hide nothing.
 */
export function readHead(
  source: string,
  dialect: Dialect,
  understood: ReadonlySet<number>,
): HeadReading {
  const { front, text } = headOf(source, dialect);
  const pairsOf = (lines: readonly HeadLine[]) =>
    headPairs(lines).filter(({ key, line }) => !(understood.has(line) && isAccessKey(key)));
  const [inFront, inText] = [pairsOf(front), pairsOf(text)];
  const properties = inText.filter(({ sign }) => sign === '::');
  const { schedule, unread } = readSchedule([...inFront, ...properties]);
  const suspected =
    damagedSwitch(source, front) ??
    unreadSwitch([...front, ...text], [...inFront, ...inText]) ??
    (unread && suspicion(unread.key, unread));
  return { suspected, schedule };
}

/** Bytes that are no text may be those of a switch, and so may all of a text that is mostly such bytes. */
function damagedSwitch(source: string, front: readonly HeadLine[]): SuspectedSwitch | null {
  const damaged = source.split('\ufffd').length - 1;
  if (damaged === 0) return null;
  const place = { visibility: 'unreadable', switchKey: '', line: 1, column: 1 } as const;
  if (damaged * 20 > source.length) return { ...place, text: '' };
  const end = front.at(-1)?.line ?? 0;
  const lines = source.split('\n');
  const index = lines.findIndex((line, at) => {
    return line.includes('\ufffd') && (at < end || /::|：/u.test(line) || holdsDamaged(line));
  });
  return index < 0 ? null : { ...place, line: index + 1, text: plainText(lines[index] ?? '') };
}

function holdsDamaged(line: string): boolean {
  return mayHoldSwitch(line.replaceAll('\ufffd', ''));
}

function unreadSwitch(
  lines: readonly HeadLine[],
  pairs: readonly HeadPair[],
): SuspectedSwitch | null {
  const isOfHugo = lines.some(({ text }) => /build\b/.test(text));
  const hiding = pairs.find(({ key, value, sign, isNested }) => {
    const name = isOfHugo ? ofHugo(key) : key;
    return hides(isNested && sign === ':' ? `map.${name}` : name, value, sign.startsWith('::'));
  });
  if (hiding) return suspicion(hiding.key, hiding);
  // A merge key of YAML, which may bring a switch from elsewhere.
  const merge = lines.find(({ text }) => text.startsWith('<<'));
  return merge && lines.some(({ text }) => mayHoldSwitch(text)) ? suspicion('', merge) : null;
}

function suspicion(
  switchKey: string,
  { text, line }: Pick<HeadLine, 'text' | 'line'>,
): SuspectedSwitch {
  return { visibility: 'unclear', switchKey, text, line, column: 1 };
}

/** The key as it stands in a table `build` of TOML or JSON. */
function ofHugo(key: string): string {
  return /^(?:render|list)$/.test(key) ? `build.${key}` : key;
}

/** A single colon may also be in a sentence: there only a clear word counts. */
function hides(key: string, written: string, isProperty: boolean): boolean {
  const value = written
    .replace(/\s#.*$/, '')
    .replace(/^["'`*_[\](){}|<>#-]+|["'`*_[\](){}|<>,;!.%-]+$/g, '')
    .trim();
  if (value === '' || key === '') return false;
  const visibility = visibilityOf(key, value);
  if (visibility === 'private') return true;
  return visibility === 'unclear' && (isProperty || meantSwitch(value) !== 'unclear');
}
