/** Inline syntax whose content is not parsed here: code, formulas, macros, superscript and subscript. */
import type { InlineMark } from './marks.ts';

/** Maximum length of a macro. */
const maxLength = 4000;

/** A run of backticks up to an equal run on the same line. */
export function scanCode(text: string, at: number): InlineMark | null {
  const run = /`+/y;
  run.lastIndex = at;
  const ticks = run.exec(text)?.[0] ?? '`';
  const lineEnd = endOfLine(text, at);
  let end = text.indexOf(ticks, at + ticks.length);
  while (end >= 0 && text[end + ticks.length] === '`') {
    end = text.indexOf(ticks, end + ticks.length + countTicks(text, end + ticks.length));
  }
  if (end < 0 || end >= lineEnd) {
    return { kind: 'text', start: at, end: at + ticks.length, value: ticks };
  }
  const value = text.slice(at + ticks.length, end);
  const spaced = /^ .*\S.* $/.test(value);
  return {
    kind: 'code',
    start: at,
    end: end + ticks.length,
    value: spaced ? value.slice(1, -1) : value,
  };
}

/** `$x$` without blanks at its edges and a digit after it, which is a price, or `$$x$$`, on one line. */
export function scanDollar(text: string, at: number): InlineMark | null {
  if (text.startsWith('$$', at)) {
    const end = text.indexOf('$$', at + 2);
    if (end > at + 2 && end < endOfLine(text, at)) {
      return {
        kind: 'math',
        start: at,
        end: end + 2,
        value: text.slice(at + 2, end),
        display: true,
      };
    }
    return { kind: 'text', start: at, end: at + 2, value: '$$' };
  }
  const pattern = /\$([^\s$](?:[^$\n]*[^\s$\\])?)\$(?!\d)/y;
  pattern.lastIndex = at;
  const value = pattern.exec(text)?.[1];
  if (value === undefined) return { kind: 'text', start: at, end: at + 1, value: '$' };
  return { kind: 'math', start: at, end: pattern.lastIndex, value, display: false };
}

/** `\(x\)` and `\[x\]` on one line. */
export function scanLatex(text: string, at: number): InlineMark | null {
  const opener = text[at + 1];
  if (opener !== '(' && opener !== '[') return null;
  const end = text.indexOf(opener === '(' ? '\\)' : '\\]', at + 2);
  if (end <= at + 2 || end >= endOfLine(text, at)) return null;
  const value = text.slice(at + 2, end);
  return { kind: 'math', start: at, end: end + 2, value, display: opener === '[' };
}

/** `{{name arguments}}` or `{{{name arguments}}}`; a blank after the braces makes it text. */
export function scanMacro(text: string, at: number): InlineMark | null {
  const [open, close] = text.startsWith('{{{', at) ? ['{{{', '}}}'] : ['{{', '}}'];
  if (!text.startsWith(open, at)) return null;
  const length = text.slice(at + open.length, at + maxLength).indexOf(close);
  if (length < 0) return null;
  const end = at + open.length + length;
  const inside = text.slice(at + open.length, end);
  const match = /^([^\s{}()[\]]+)(?:\s+([\s\S]*))?$/.exec(inside);
  if (!match || /^\s|\n\s*\n/.test(inside)) return null;
  return {
    kind: 'macro',
    start: at,
    end: end + close.length,
    name: match[1] ?? '',
    arguments: (match[2] ?? '').trim(),
  };
}

/** `^{x}` and `_{x}`. */
export function scanScript(text: string, at: number): InlineMark | null {
  const pattern = /[\^_]\{([^{}\n]+)\}/y;
  pattern.lastIndex = at;
  const value = pattern.exec(text)?.[1];
  if (value === undefined) return null;
  const element = text[at] === '^' ? 'sup' : 'sub';
  return { kind: 'script', start: at, end: pattern.lastIndex, element, value };
}

function countTicks(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === '`') count += 1;
  return count;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
