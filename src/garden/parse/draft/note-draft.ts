/** What both dialects collect while they read a note: the lists that body nodes point into. */
import type { Node } from 'unist';
import type { Diagnostic, DiagnosticCode, Position } from '../../diagnostic.ts';
import type { ExtendedNote, Extensions } from '../../extension.ts';
import type { Diagram, Link, LinkContext } from '../../note.ts';
import { type ContextUnit, contextOf } from '../context/link-context.ts';
import { readText } from '../context/plain-text.ts';
import { Fragments } from './fragments.ts';

export type LinkDraft = Omit<Link, 'context'>;

const emptyContext: LinkContext = { before: '', text: '', after: '', fragment: '' };

export class NoteDraft {
  readonly path: string;
  readonly extensions: Extensions;
  /** The note as plugins see it. */
  readonly extendedNote: ExtendedNote;
  readonly links: Link[] = [];
  readonly diagrams: Diagram[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** The note's tags as first written, by their lower case. */
  readonly tags = new Map<string, string>();
  readonly fragments = new Fragments();
  hasQueries = false;
  private readonly unit: ContextUnit;

  constructor(note: ExtendedNote, unit: ContextUnit, extensions: Extensions) {
    this.path = note.path;
    this.extendedNote = note;
    this.extensions = extensions;
    this.unit = unit;
  }

  /** Adds a reference and returns its index; its context follows when its block has been read. */
  addLink(link: LinkDraft): number {
    return this.links.push({ ...link, context: emptyContext }) - 1;
  }

  addTag(name: string): void {
    const key = name.normalize('NFC').toLowerCase();
    if (!this.tags.has(key)) this.tags.set(key, name);
  }

  report(code: DiagnosticCode, place: Position, message: string, hint = ''): void {
    const { line, column } = place;
    this.diagnostics.push({ code, path: this.path, line, column, message, hint });
  }

  /**
   * Sets the context of every link in nodes that have been read, which are in the block or heading with
   * this fragment. Returns the text in which unlinked names are looked for, and the links.
   */
  addContexts(nodes: readonly Node[], fragment: string): { freeText: string; links: number[] } {
    const { text, freeText, spans } = readText(nodes);
    for (const span of spans) {
      this.setContext(span.link, { ...contextOf(text, span, this.unit), fragment });
    }
    return { freeText: freeText.trim(), links: spans.map(({ link }) => link) };
  }

  /** Sets the context of a link. Without words of its own it shows its name, unless it is a file. */
  setContext(index: number, context: LinkContext): void {
    const link = this.links[index];
    if (!link) return;
    const isFile = link.kind === 'embed' && link.by === 'path';
    const text = context.text || (isFile ? '' : link.label || link.name);
    this.links[index] = { ...link, context: { ...context, text } };
  }
}
