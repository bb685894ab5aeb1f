/**
 * Switches that their program does not read, or nobody can: in a drawer, with full-width colons, in
 * TOML, in damaged bytes. They never publish a note, but they hide it.
 */
import type { Position } from '../../diagnostic.ts';
import type { Dialect, Visibility } from '../../note.ts';
import { mayHoldSwitch, plainText, readSwitch, visibilityOf } from './switch.ts';

export interface SuspectedSwitch extends Position {
  /** 'unclear' or 'unreadable'. */
  readonly visibility: Visibility;
  readonly switchKey: string;
  /** The line as a person sees it. */
  readonly text: string;
}

/** Properties are at the head of a file; what comes later is text. */
const maxHeadLines = 400;

/** The first such switch at the head of a file, or null. */
export function suspectedSwitch(source: string, dialect: Dialect): SuspectedSwitch | null {
  const lines = source.split('\n', maxHeadLines);
  return damagedSwitch(source, lines) ?? unreadSwitch(headOf(lines, dialect));
}

/** Bytes that are no text may be those of a switch, and so may all of a text that is mostly such bytes. */
function damagedSwitch(source: string, lines: readonly string[]): SuspectedSwitch | null {
  const damaged = source.split('\ufffd').length - 1;
  if (damaged === 0) return null;
  const place = { visibility: 'unreadable', switchKey: '', line: 1, column: 1 } as const;
  if (damaged * 20 > source.length) return { ...place, text: '' };
  const end = frontEnd(lines);
  const index = lines.findIndex((line, at) => {
    return line.includes('\ufffd') && (at < end || /::|：/u.test(line) || holdsDamaged(line));
  });
  return index < 0 ? null : { ...place, line: index + 1, text: plainText(lines[index] ?? '') };
}

function holdsDamaged(line: string): boolean {
  return mayHoldSwitch(line.replaceAll('\ufffd', ''));
}

interface HeadLine {
  readonly text: string;
  readonly line: number;
}

function headOf(lines: readonly string[], dialect: Dialect): HeadLine[] {
  const numbered = lines.map((text, index) => ({ text: plainText(text), line: index + 1 }));
  const end = frontEnd(lines);
  const rest = numbered.slice(end);
  const head = dialect === 'logseq' ? firstBlock(rest, lines) : metadataLines(rest);
  return [...numbered.slice(0, end), ...(end > 0 && dialect === 'obsidian' ? [] : head)];
}

/** Number of lines of the YAML, TOML or JSON block at the top; 0 where there is none. */
function frontEnd(lines: readonly string[]): number {
  const start = lines.findIndex((line) => plainText(line) !== '');
  const first = plainText(lines[start] ?? '');
  const isFence = /^(?:-{3,}|\+{3,}|;{3,})$/.test(first);
  if (!isFence && !first.startsWith('{')) return 0;
  const closing = isFence ? first : '}';
  const end = lines.findIndex((line, index) => {
    const text = plainText(line);
    return isFence ? index > start && text === closing : index >= start && text.endsWith(closing);
  });
  return end < 0 ? 0 : end + 1;
}

/** Lines of `key: value` directly at the top. */
function metadataLines(lines: readonly HeadLine[]): HeadLine[] {
  const end = lines.findIndex(({ text }) => !/^[^:=]{1,40}[:=]|^:[^:]+:|^[-+;]{3,}$/.test(text));
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** Everything up to the end of the first bullet, without code. */
function firstBlock(lines: readonly HeadLine[], written: readonly string[]): HeadLine[] {
  const head: HeadLine[] = [];
  let bullets = 0;
  let isCode = false;
  for (const line of lines) {
    if (/^\s*-(?:\s|$)/.test(written[line.line - 1] ?? '')) bullets += 1;
    if (bullets > 1) break;
    if (/^(?:- )?(?:`{3}|~{3})/.test(line.text)) isCode = !isCode;
    else if (!isCode) head.push(line);
  }
  return head;
}

const keyLine =
  /^[\s>*+-]*["'`:{]{0,3}\s*([\p{L}\p{M}\p{N} _.?-]{1,40}?)["'`]?\s*(::|:|=)\s*(.*)$/u;
const jsonPair = /"([^"]{1,40})"\s*:\s*("[^"]*"|[\w.-]+)/g;

function unreadSwitch(lines: readonly HeadLine[]): SuspectedSwitch | null {
  for (const { text, line } of lines) {
    const [, key = '', sign = '', rest = ''] = keyLine.exec(text) ?? [];
    const pairs = [[key, rest, sign] as const, ...jsonPairs(text)];
    const hiding = pairs.find(([name, value, by]) => hides(name, value, by === '::'));
    const isMerge =
      key === '' && text.startsWith('<<') && lines.some((each) => mayHoldSwitch(each.text));
    if (hiding === undefined && !isMerge) continue;
    return { visibility: 'unclear', switchKey: hiding?.[0] ?? '', text, line, column: 1 };
  }
  return null;
}

function jsonPairs(text: string): (readonly [string, string, string])[] {
  return [...text.matchAll(jsonPair)].map(([, key = '', value = '']) => [key, value, ':']);
}

/** A single colon may also be in a sentence: there only a clear word counts. */
function hides(key: string, written: string, isProperty: boolean): boolean {
  const value = written
    .replace(/\s#.*$/, '')
    .replace(/^["'`]|["'`,;}]+$/g, '')
    .trim();
  if (value === '') return false;
  const visibility = visibilityOf(key, value);
  if (visibility === 'private') return true;
  return visibility === 'unclear' && (isProperty || readSwitch(value) !== 'unclear');
}
