import type { Anchor } from '../../note.ts';
import { findClassLinks } from './class-links.ts';
import { markAddress, markCount, markLabel, withoutForgedMarks } from './marks.ts';
import { readReference } from './reference.ts';

/** A reference that stands in a diagram. */
export interface DiagramLink {
  /** What stands in the brackets before '#' and '|'. */
  readonly name: string;
  readonly anchor: Anchor | null;
  /** The author's label; '' when there is none. */
  readonly label: string;
  /** Exactly as written. */
  readonly source: string;
  /** Where it stands in the diagram's source, in UTF-16 code units from 0. */
  readonly offset: number;
}

export interface DiagramSource {
  /** Source for the renderer: references replaced by marks, line numbers unchanged. */
  readonly source: string;
  /** In the order of the marks; a reference that is written twice in the same words comes once. */
  readonly links: readonly DiagramLink[];
}

const wikiLink = /\[\[([^[\]\n]+?)\]\]/gu;
const clickBefore = /^[ \t]*(?:click|link)[ \t]+[^\s"]+[ \t]+(?:href[ \t]+)?"?$/u;

/**
 * Reads the references of a mermaid source: `[[Note]]`, `[[Note|label]]` and `[[Note#Heading]]` in
 * labels, `click A "[[Note]]"`, and Obsidian's `class A internal-link`. In flowcharts and block
 * diagrams a label counts only in double quotes, because `A[[text]]` is a shape there.
 * Comments and front matter are left alone. Never fails; gives no diagnostics.
 */
export function readDiagram(source: string): DiagramSource {
  const clean = withoutForgedMarks(source);
  const links: DiagramLink[] = [];
  const add = (text: string, offset: number, written: string): number => {
    const known = links.findIndex((link) => link.source === written);
    if (known >= 0) return known;
    return links.push({ ...readReference(text), source: written, offset }) - 1;
  };
  let marked = '';
  let end = 0;
  for (const [from, to] of textSpans(clean)) {
    marked += clean.slice(end, from);
    marked += clean.slice(from, to).replace(wikiLink, (written, text: string, at: number) => {
      if (links.length >= markCount) return written;
      const offset = from + at;
      if (isInTitle(clean, offset)) return readReference(text).shown;
      const index = add(text, offset, written);
      return isClick(clean, offset)
        ? markAddress(index, 'link')
        : markLabel(index, readReference(text).shown);
    });
    end = to;
  }
  marked += clean.slice(end);
  const clicks: string[] = [];
  for (const link of findClassLinks(clean, marked)) {
    if (links.length >= markCount) break;
    const index = add(link.text, link.offset, link.text);
    clicks.push(`click ${link.node} href "${markAddress(index, 'name')}"`);
  }
  const shown = links.map(({ name, anchor, label, source, offset }) => {
    return { name, anchor, label, source, offset };
  });
  return { source: [marked, ...clicks].join('\n'), links: shown };
}

/** Parts of a source in which references are read, as [start, end) pairs in order. */
function textSpans(source: string): [number, number][] {
  const spans: [number, number][] = [];
  const quotedOnly = /^(?:flowchart|graph|block|swimlane)/u.test(diagramType(source));
  const bodyStart = frontMatterEnd(source);
  const pattern = quotedOnly
    ? /^[ \t]*%%.*|^[ \t]*(?:click|link)[ \t].*|"[^"]*"/gmu
    : /^[ \t]*%%.*|^.+/gmu;
  pattern.lastIndex = bodyStart;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (/^[ \t]*%%/u.test(match[0])) continue;
    spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

/** First word of a diagram: its type ('flowchart', 'sequenceDiagram' …), or ''. */
export function diagramType(source: string): string {
  const body = source.slice(frontMatterEnd(source));
  return /^(?:\s|%%.*)*([A-Za-z][\w-]*)/u.exec(body)?.[1] ?? '';
}

/** Offset behind the YAML front matter of a diagram, 0 when it has none. */
export function frontMatterEnd(source: string): number {
  return /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/u.exec(source)?.[0].length ?? 0;
}

function isClick(source: string, offset: number): boolean {
  return clickBefore.test(lineBefore(source, offset));
}

/** Titles are read out and shown elsewhere: a link there would have nothing to stand on. */
function isInTitle(source: string, offset: number): boolean {
  return /^[ \t]*(?:acc(?:Title|Descr)\b|title\b)/u.test(lineBefore(source, offset));
}

function lineBefore(source: string, offset: number): string {
  return source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
}
