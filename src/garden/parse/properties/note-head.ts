/** The head of a file: a block of properties of any program, and lines like properties below it. */
import type { Dialect } from '../../note.ts';
import { plainText } from './switch-words.ts';

export interface HeadLine {
  /** The line as a person sees it. */
  readonly text: string;
  readonly line: number;
  /** Whether it is indented in YAML: its key may belong to a map. */
  readonly isNested: boolean;
}

export interface NoteHead {
  /** The lines of the YAML, TOML or JSON block at the top, with its fences. */
  readonly front: readonly HeadLine[];
  /** Lines of text below it that may be properties. */
  readonly text: readonly HeadLine[];
}

/** Properties are at the head of a file; what comes later is text. */
const maxHeadLines = 400;
const maxLineLength = 10_000;

/** Reads the head of a file, whichever program wrote it. */
export function headOf(source: string, dialect: Dialect): NoteHead {
  const written = source.split('\n', maxHeadLines);
  const lines = written.flatMap((text, index) => {
    const parts = text.slice(0, maxLineLength).split(/[\u2028\u2029\u0085\v\f\r]/u);
    return parts.map((part) => ({
      text: plainText(part),
      line: index + 1,
      isNested: /^[ \t]/.test(part),
    }));
  });
  const end = frontEnd(lines);
  const rest = lines.slice(end);
  const below = dialect === 'logseq' ? firstBlock(rest, written) : metadataLines(rest);
  const text = below.map((line) => ({ ...line, isNested: false }));
  const isYaml = lines.find((line) => line.text !== '')?.text.startsWith('-') === true;
  const front = lines.slice(0, end).map((line) => ({ ...line, isNested: isYaml && line.isNested }));
  return { front, text };
}

/** A fence of YAML, TOML or JSON, perhaps with the language or a comment. */
const fence = /^(-{3,}|[—–]{1,3}|\+{3,}|;{3,})(?:\s*(?:ya?ml|toml|json)|\s+#.*)?$/iu;

/** Number of lines of the block at the top; 0 where there is none. */
function frontEnd(lines: readonly HeadLine[]): number {
  const start = lines.findIndex(({ text }) => text !== '');
  const first = lines[start]?.text ?? '';
  const mark = fence.exec(first)?.[1];
  if (mark === undefined && !first.startsWith('{')) return 0;
  const end = lines.findIndex(({ text }, index) => {
    if (mark === undefined) return index >= start && text.endsWith('}') && !isOpen(lines, index);
    return index > start && (text === mark || (text === '...' && mark.startsWith('-')));
  });
  return end < 0 ? 0 : end + 1;
}

/** Whether JSON up to a line has brackets that are not closed. */
function isOpen(lines: readonly HeadLine[], last: number): boolean {
  const text = lines
    .slice(0, last + 1)
    .map((line) => line.text)
    .join('');
  return text.split('{').length > text.split('}').length;
}

/** Signs that only begin or end something: fences of properties and comments. */
const between = /^(?:|[-+;—–]{1,}|<!--(?:.*-->)?|-->|%%|#{1,6} .*|\.\.\.)$/u;

/** Lines like `key: value` at the top, also below a heading and inside of a comment. */
function metadataLines(lines: readonly HeadLine[]): HeadLine[] {
  const end = lines.findIndex(({ text }) => {
    return !between.test(text) && !/^(?!`{3}|~{3})[^:=]{1,60}[:=]|^:[^:]+:/.test(text);
  });
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
