/** A note while it is read: the lists that body nodes point into grow here. */
import type { Diagnostic, DiagnosticCode, Position } from '../../diagnostic.ts';
import { journalDate, journalTitle } from '../../journal-dates.ts';
import type { Diagram, Link, LinkContext, Vault } from '../../note.ts';
import type { QueryView } from './query/queries.ts';
import { cleanPageName } from './vault/file-names.ts';

export type LinkDraft = Omit<Link, 'context'>;

const noContext: LinkContext = { before: '', text: '', after: '', fragment: '' };

export class NoteDraft {
  readonly path: string;
  readonly vault: Vault;
  readonly links: Link[] = [];
  readonly diagrams: Diagram[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly tags = new Map<string, string>();
  /** Labels of the footnotes that the note defines somewhere. */
  readonly footnotes = new Set<string>();
  hasQueries = false;
  /** Address of the film that a time stamp seeks in. */
  video = '';
  /** Text of the nearest block above: names a diagram that has no title. */
  heading = '';
  /** Depth of macros inside macros. */
  macroDepth = 0;
  /** Depth of quotes, lists and containers inside each other. */
  depth = 0;
  /** Whether a property's value is being read: references in emphasis do not count there. */
  inProperty = false;
  /** How the block that is being read wants its query's rows. */
  queryView: QueryView = { table: false, columns: [], sortBy: '', descending: false };

  constructor(path: string, vault: Vault) {
    this.path = path;
    this.vault = vault;
  }

  /** Adds a reference and gives its index. What stands in a macro is shown but does not count. */
  addLink(link: LinkDraft, isCounted = true): number {
    const uncounted = isCounted && this.macroDepth === 0 ? {} : { uncounted: true };
    return this.links.push({ ...link, ...uncounted, context: noContext }) - 1;
  }

  /** Adds a tag of the note, kept as it was first written. */
  addTag(name: string): void {
    const key = name.normalize('NFC').toLowerCase();
    if (!this.tags.has(key)) this.tags.set(key, name);
  }

  setContext(index: number, context: LinkContext): void {
    const link = this.links[index];
    if (link) this.links[index] = { ...link, context };
  }

  /**
   * Says in which block the diagrams from an index on stand. The first line of that block names them
   * rather than the block above.
   */
  placeDiagrams(from: number, fragment: string, heading: string): void {
    for (const [index, diagram] of this.diagrams.entries()) {
      if (index < from) continue;
      if (heading !== '') this.diagrams[index] = { ...diagram, heading };
      for (const link of diagram.links) {
        const context = this.links[link]?.context ?? noContext;
        this.setContext(link, { ...context, fragment });
      }
    }
  }

  report(code: DiagnosticCode, place: Position, message: string, hint = ''): void {
    const { line, column } = place;
    this.diagnostics.push({ code, path: this.path, line, column, message, hint });
  }

  /** The page that a name stands for: dates in any format become the journal's configured title. */
  pageName(written: string): string {
    const name = cleanPageName(written);
    const date = journalDate(name, this.vault.journalFormats);
    const format = this.vault.journalFormats[0];
    return date && format ? journalTitle(date, format) : name;
  }
}
