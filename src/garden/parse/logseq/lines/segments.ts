/**
 * Splits the content of one block (or the prose above the first) into segments by Logseq's line rules:
 * paragraphs, and whatever starts on a line of its own. Inline syntax is read later.
 */

import { readPlanning } from '../outline/tasks.ts';
import { type PropertyLine, readPropertyLine } from '../properties/property-lines.ts';
import { type ListItem, readList } from './lists.ts';
import { fenceMarker, htmlEnd, regionEnd } from './regions.ts';
import { cutLine, dedentLine, type SourceLine, trimLine } from './source-lines.ts';

export type Segment =
  | { readonly kind: 'paragraph'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly line: SourceLine }
  | {
      readonly kind: 'fence';
      /** Text after the marker. */
      readonly info: string;
      readonly opening: SourceLine;
      readonly lines: readonly SourceLine[];
    }
  | {
      readonly kind: 'container';
      /** Lower case: 'note', 'quote', 'query' … */
      readonly name: string;
      readonly argument: string;
      readonly opening: SourceLine;
      readonly lines: readonly SourceLine[];
    }
  | { readonly kind: 'math'; readonly value: string }
  | { readonly kind: 'html'; readonly value: string; readonly opening: SourceLine }
  | { readonly kind: 'table'; readonly rows: readonly SourceLine[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'property'; readonly property: PropertyLine; readonly line: SourceLine }
  | { readonly kind: 'planning'; readonly scheduled: string; readonly deadline: string }
  | { readonly kind: 'footnote'; readonly label: string; readonly lines: readonly SourceLine[] };

/**
 * Where the lines are. 'bullet': the first line follows a dash, where '* a' and '1. a' are text.
 * 'inside': in a quote, list or admonition, where no properties are read.
 */
type Location = 'bullet' | 'top' | 'inside';

/** Splits lines into segments. Log books, other drawers, comments and directives are left out. */
export function readSegments(lines: readonly SourceLine[], location: Location): Segment[] {
  const reader = new SegmentReader(lines, location);
  return reader.read();
}

class SegmentReader {
  private readonly segments: Segment[] = [];
  private readonly lines: SourceLine[];
  private readonly location: Location;
  private paragraph: SourceLine[] = [];
  private index = 0;

  constructor(lines: readonly SourceLine[], location: Location) {
    this.lines = [...lines];
    this.location = location;
  }

  read(): Segment[] {
    while (this.index < this.lines.length) {
      const line = this.lines[this.index];
      if (!line) break;
      this.readAt(line, trimLine(line));
    }
    this.endParagraph();
    return this.segments;
  }

  private readAt(line: SourceLine, trimmed: SourceLine): void {
    if (trimmed.text.trim() === '') {
      this.endParagraph();
      this.index += 1;
      return;
    }
    const end = regionEnd(this.lines, this.index, trimmed.text);
    if (end >= 0 && this.readRegion(line, trimmed, end)) return;
    if (this.readRun(trimmed)) return;
    const single = this.readSingle(trimmed);
    if (single === 'text') this.paragraph.push(trimmed);
    else {
      this.endParagraph();
      if (single) this.segments.push(single);
    }
    this.index += 1;
  }

  /** Fences, `#+BEGIN_…`, formulas, drawers and HTML. */
  private readRegion(line: SourceLine, trimmed: SourceLine, end: number): boolean {
    const inside = this.lines.slice(this.index + 1, end);
    const { text } = trimmed;
    if (fenceMarker(text)) {
      const indent = line.text.length - text.length;
      const body = inside.map((bodyLine) => dedentLine(bodyLine, indent));
      return this.take(
        { kind: 'fence', info: text.slice(3).trim(), opening: trimmed, lines: body },
        end,
      );
    }
    const container = /^#\+BEGIN_(\S+)[\t ]*(.*)$/i.exec(text);
    if (container) {
      const name = (container[1] ?? '').toLowerCase();
      const argument = (container[2] ?? '').trim();
      if (name === 'comment') return this.take(null, end);
      return this.take({ kind: 'container', name, argument, opening: trimmed, lines: inside }, end);
    }
    if (text.startsWith(':')) return this.take(null, end);
    const whole = [
      text,
      ...this.lines.slice(this.index + 1, end + 1).map((next) => next.text),
    ].join('\n');
    if (text.startsWith('$$')) return this.readMath(whole, whole.indexOf('$$', 2) + 2, 2, end);
    const environment = /^\\begin(\{[^}\s]+\})/.exec(text)?.[1];
    if (environment) {
      const closer = `\\end${environment}`;
      return this.readMath(whole, whole.indexOf(closer) + closer.length, 0, end);
    }
    return this.readHtml(whole, trimmed, end);
  }

  private readMath(whole: string, stop: number, cut: number, end: number): boolean {
    const rest = whole.slice(stop).trimStart();
    if (end === this.index && rest !== '') return false;
    this.take({ kind: 'math', value: whole.slice(cut, stop - cut).trim() }, end);
    this.keepRest(rest, end);
    return true;
  }

  private readHtml(whole: string, opening: SourceLine, end: number): boolean {
    const stop = htmlEnd(whole, 0);
    const rest = whole.slice(stop).trimStart();
    if (rest !== '' && end === this.index) return false;
    const value = whole.slice(0, stop);
    if (end === this.index && !value.startsWith('<!--') && !isBlockElement(value)) return false;
    this.take({ kind: 'html', value, opening }, end);
    this.keepRest(rest, end);
    return true;
  }

  /** Text after the end of a region on its last line is read as a line of its own. */
  private keepRest(rest: string, end: number): void {
    const last = this.lines[end];
    if (rest === '' || !last) return;
    this.lines[end] = cutLine(last, last.text.length - rest.length);
    this.index = end;
  }

  /** Tables, lists, quotes and footnotes: several lines of one kind. */
  private readRun(trimmed: SourceLine): boolean {
    const isTitle = this.index === 0 && this.location === 'bullet';
    if (/^\|.*\|\s*$/.test(trimmed.text)) {
      const rows = this.linesWhile((text) => /^\s*\|.*\|\s*$/.test(text));
      return this.take({ kind: 'table', rows: rows.map(trimLine) }, this.index + rows.length - 1);
    }
    if (trimmed.text.startsWith('>')) {
      const quoted = this.quotedLines();
      const inside = quoted.map((line) => {
        const cut = /^\s*>[\t ]?/.exec(line.text)?.[0].length ?? 0;
        return cutLine(line, cut);
      });
      return this.take({ kind: 'quote', lines: inside }, this.index + quoted.length - 1);
    }
    const footnote = /^\[\^([^\s\]]+)\]:\s*/.exec(trimmed.text);
    if (footnote) {
      const more = this.linesWhile((text, offset) => offset === 0 || isPlain(text));
      const lines = [cutLine(trimmed, footnote[0].length), ...more.slice(1)];
      return this.take(
        { kind: 'footnote', label: footnote[1] ?? '', lines },
        this.index + more.length - 1,
      );
    }
    if (isTitle || !/^(?:[-*+]|\d{1,9}[.)])[\t ]+\S/.test(trimmed.text)) return false;
    const list = readList(this.lines, this.index);
    if (list.items.length === 0) return false;
    return this.take({ kind: 'list', items: list.items }, list.end);
  }

  /** A quote includes lines without '>' up to a blank line or the start of another segment. */
  private quotedLines(): SourceLine[] {
    return this.linesWhile((text) => text.trimStart().startsWith('>') || isPlain(text));
  }

  private readSingle(trimmed: SourceLine): Segment | null | 'text' {
    const { text } = trimmed;
    if (/^(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text)) return { kind: 'rule' };
    if (/^#\+[A-Za-z_]+:(?:\s|$)/.test(text) || isLogLine(text)) return null;
    const heading = /^(#{1,6})(?:[\t ]+|$)/.exec(text);
    if (heading && this.location === 'inside') {
      const depth = heading[1]?.length ?? 1;
      return { kind: 'heading', depth, line: cutLine(trimmed, heading[0].length) };
    }
    const planning = readPlanning(text);
    if (planning) return { kind: 'planning', ...planning };
    const property = this.location === 'inside' ? null : readPropertyLine(text);
    return property ? { kind: 'property', property, line: trimmed } : 'text';
  }

  private linesWhile(matches: (text: string, offset: number) => boolean): SourceLine[] {
    const found: SourceLine[] = [];
    for (let at = this.index; at < this.lines.length; at += 1) {
      const line = this.lines[at];
      if (!line || !matches(line.text, at - this.index)) break;
      found.push(line);
    }
    return found;
  }

  private take(segment: Segment | null, end: number): true {
    this.endParagraph();
    if (segment) this.segments.push(segment);
    this.index = end + 1;
    return true;
  }

  private endParagraph(): void {
    if (this.paragraph.length > 0) this.segments.push({ kind: 'paragraph', lines: this.paragraph });
    this.paragraph = [];
  }
}

/** Whether a line continues the segment above: not blank, and no start of another segment. */
function isPlain(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || readPropertyLine(trimmed)) return false;
  return !/^(?:```|~~~|\$\$|#\+|\||(?:[-*+]|\d{1,9}[.)])[\t ]|\[\^[^\]]+\]:|-{3,}$|:[A-Z]+:$)/.test(
    trimmed,
  );
}

/** A line of an unclosed log book. Logseq shows it, which no author intends. */
function isLogLine(text: string): boolean {
  return /^(?::(?:LOGBOOK|END):|CLOCK: \[\d.*)$/i.test(text);
}

function isBlockElement(html: string): boolean {
  return /^<(?:div|p|details|table|iframe|ul|ol|dl|pre|figure|video|audio|section|article|blockquote|h[1-6]|center|hr|svg|form)\b/i.test(
    html,
  );
}
