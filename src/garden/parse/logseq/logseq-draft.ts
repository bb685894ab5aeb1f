/** A Logseq page while it is read: the shared lists, and the state of the block at hand. */
import type { QueryNode } from '../../body.ts';
import { type Extensions, noExtensions } from '../../extension.ts';
import { journalDate, journalTitle } from '../../journal-dates.ts';
import type { Vault } from '../../note.ts';
import { type LinkDraft, NoteDraft } from '../draft/note-draft.ts';
import { cleanPageName } from './page/page-name.ts';
import type { QueryView } from './query/queries.ts';

export class LogseqDraft extends NoteDraft {
  readonly vault: Vault;
  /** Labels of the footnotes that the page defines. */
  readonly footnotes = new Set<string>();
  /** Labels of the footnotes that the page's lines refer to, in lower case. */
  readonly referencedFootnotes = new Set<string>();
  /** Address of the video that a time stamp refers to. */
  video = '';
  /** Text of the nearest block above: the title of a diagram that has none. */
  heading = '';
  /** Depth of macros inside macros. */
  macroDepth = 0;
  /** Depth of quotes, lists and containers inside each other. */
  depth = 0;
  /** Whether a property's value is being read: references in emphasis do not count there. */
  inProperty = false;
  /** The last query of the block that is being read. */
  query: QueryNode | null = null;
  /** How the block that is being read shows the rows of its query. */
  queryView: QueryView = { table: false, columns: [], sortBy: '', descending: false };

  constructor(path: string, vault: Vault, extensions: Extensions = noExtensions) {
    super({ path, dialect: 'logseq' }, 'block', extensions);
    this.vault = vault;
  }

  /** Adds a reference and returns its index. A reference in a macro is shown but does not count. */
  override addLink(link: LinkDraft, isCounted = true): number {
    const uncounted = isCounted && this.macroDepth === 0 ? {} : { uncounted: true };
    return super.addLink({ ...link, ...uncounted });
  }

  /**
   * Sets the block of the diagrams from index `from` on. The first line of that block is their heading
   * rather than the block above, unless it is empty.
   */
  placeDiagrams(from: number, fragment: string, heading: string): void {
    for (const [index, diagram] of this.diagrams.entries()) {
      if (index < from) continue;
      if (heading !== '') this.diagrams[index] = { ...diagram, heading };
      for (const link of diagram.links) {
        const context = this.links[link]?.context;
        if (context) this.setContext(link, { ...context, fragment });
      }
    }
  }

  /** Adds a tag; one that is a date is the journal of that day. */
  override addTag(name: string): void {
    super.addTag(journalDate(name, this.vault.journalFormats) ? this.pageName(name) : name);
  }

  /** The page that a name refers to: dates in any format become the journal's configured title. */
  pageName(written: string): string {
    const name = cleanPageName(written);
    const date = journalDate(name, this.vault.journalFormats);
    const format = this.vault.journalFormats[0];
    return date && format ? journalTitle(date, format) : name;
  }
}
