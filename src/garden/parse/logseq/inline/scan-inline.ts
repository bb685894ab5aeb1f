/**
 * Finds Logseq's inline syntax in a text, in one pass from left to right. The first match wins and its
 * content is not scanned: nothing counts inside code, formulas, macros, HTML and labels, as in
 * Logseq's own list of references.
 */
import type { InlineMark } from './marks.ts';
import { scanBrackets } from './scan-brackets.ts';
import { scanCode, scanDollar, scanLatex, scanMacro, scanScript } from './scan-verbatim.ts';
import { scanAddress, scanAngle, scanTag } from './scan-words.ts';

/** What the text is: 'label' is the text of a link, where no reference counts. */
export type InlineKind = 'text' | 'label';

const candidates = /[\\`$[!({#<^_h\u{F0000}-\u{FFFFD}]/gu;

/** All marks of a text, in order, without overlaps. */
export function scanInline(text: string, kind: InlineKind = 'text'): InlineMark[] {
  const marks: InlineMark[] = [];
  const pattern = new RegExp(candidates);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const at = found.index;
    const mark = scanAt(text, at, kind);
    if (mark) {
      marks.push(mark);
      pattern.lastIndex = mark.end;
    } else if (found[0] === '\\') pattern.lastIndex = at + (isSign(text[at + 1]) ? 2 : 1);
  }
  return marks;
}

/** Whether a backslash can escape the character. */
function isSign(char: string | undefined): boolean {
  return char !== undefined && /[!-/:-@[-`{-~]/.test(char);
}

function scanAt(text: string, at: number, kind: InlineKind): InlineMark | null {
  switch (text[at]) {
    case '\\':
      return scanLatex(text, at);
    case '`':
      return scanCode(text, at);
    case '$':
      return scanDollar(text, at);
    case '^':
    case '_':
      return scanScript(text, at);
    case '<':
      return scanAngle(text, at);
    default:
      return kind === 'label' ? protect(text, at) : scanReference(text, at);
  }
}

function scanReference(text: string, at: number): InlineMark | null {
  switch (text[at]) {
    case '[':
    case '!':
    case '(':
      return scanBrackets(text, at);
    case '{':
      return scanMacro(text, at);
    case '#':
      return scanTag(text, at);
    case 'h':
      return scanAddress(text, at);
    default:
      return protect(text, at);
  }
}

/** Marks characters of the text that Markdown or the masking would misread. */
function protect(text: string, at: number): InlineMark | null {
  const value = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (value.length < 2 && !'[]!'.includes(value)) return null;
  return { kind: 'text', start: at, end: at + value.length, value };
}
