import type { Anchor } from '../../note.ts';
import { type ReferenceContext, referenceContext } from '../context/diagram-context.ts';
import { findClassLinks } from './class-links.ts';
import { markAddress, markCount, markLabel, withoutForgedMarks } from './marks.ts';
import { type Reference, readReference } from './reference.ts';

/** A reference in a diagram. */
export interface DiagramLink {
  /** Text in the brackets before '#' and '|'. */
  readonly name: string;
  readonly anchor: Anchor | null;
  /** The author's label; '' when there is none. */
  readonly label: string;
  /** Exactly as written. */
  readonly source: string;
  /** Index in the diagram's source, in UTF-16 code units. */
  readonly offset: number;
  /** The diagram's title and the relation that the reference is part of. */
  readonly context: ReferenceContext;
}

export interface DiagramSource {
  /** Source for the renderer: references replaced by marks, line numbers unchanged. */
  readonly source: string;
  /** In the order of the marks; a reference that is written twice in the same words is listed once. */
  readonly links: readonly DiagramLink[];
}

const wikiLink = /\[\[([^[\]\n]+?)\]\]/gu;
const clickBefore = /^[ \t]*(?:click|link)[ \t]+([^\s"]+)[ \t]+(?:href[ \t]+)?"?$/u;

/**
 * Reads the references of a mermaid source: `[[Note]]`, `[[Note|label]]` and `[[Note#Heading]]` in
 * labels, `click A "[[Note]]"`, and Obsidian's `class A internal-link`. In flowcharts and block
 * diagrams a label counts only in double quotes, because `A[[text]]` is a shape there.
 * Comments and front matter are ignored. Never fails; no diagnostics.
 */
export function readDiagram(source: string): DiagramSource {
  const clean = withoutForgedMarks(source);
  const found: Found[] = [];
  const marked = markReferences(clean, found);
  const clicks: string[] = [];
  for (const { node, text, offset } of findClassLinks(clean, marked)) {
    if (found.length >= markCount) break;
    const index = add(found, { ...readReference(text), source: text, offset, node });
    clicks.push(`click ${node} href "${markAddress(index, 'name')}"`);
  }
  const links = found.map(({ shown, node, ...link }, index) => {
    return { ...link, context: referenceContext(marked, index, shown, node) };
  });
  return { source: [marked, ...clicks].join('\n'), links };
}

interface Found extends Reference {
  readonly source: string;
  readonly offset: number;
  /** The node that links to the note, where the reference is not in a label. */
  readonly node: string | null;
}

/** Adds a reference and returns its index; one with the same source is not added again. */
function add(found: Found[], reference: Found): number {
  const known = found.findIndex((other) => other.source === reference.source);
  return known >= 0 ? known : found.push(reference) - 1;
}

/** The source with marks for references in brackets, which are added to `found`. */
function markReferences(source: string, found: Found[]): string {
  let marked = '';
  let end = 0;
  for (const [from, to] of textSpans(source)) {
    marked += source.slice(end, from);
    marked += source.slice(from, to).replace(wikiLink, (written, text: string, at: number) => {
      if (found.length >= markCount) return written;
      const offset = from + at;
      const line = lineBefore(source, offset);
      const reference = readReference(text);
      // Titles are shown as plain text outside the drawing, where no link is possible.
      if (/^[ \t]*(?:acc(?:Title|Descr)\b|title\b)/u.test(line)) return reference.shown;
      const node = clickBefore.exec(line)?.[1] ?? null;
      const index = add(found, { ...reference, source: written, offset, node });
      return node === null ? markLabel(index, reference.shown) : markAddress(index, 'link');
    });
    end = to;
  }
  return marked + source.slice(end);
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
function diagramType(source: string): string {
  const body = source.slice(frontMatterEnd(source));
  return /^(?:\s|%%.*)*([A-Za-z][\w-]*)/u.exec(body)?.[1] ?? '';
}

/** Offset after the YAML front matter of a diagram, 0 when it has none. */
export function frontMatterEnd(source: string): number {
  return /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/u.exec(source)?.[0].length ?? 0;
}

function lineBefore(source: string, offset: number): string {
  return source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
}
