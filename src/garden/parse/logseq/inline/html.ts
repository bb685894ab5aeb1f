/** HTML in a Logseq page: a node with the references that it names. */
import type { Html } from 'mdast';
import type { Position } from '../../../diagnostic.ts';
import { addHtmlLinks } from '../../html/html-references.ts';
import type { LogseqDraft } from '../logseq-draft.ts';

/** The node of a piece of HTML that starts at a place of the file; its references enter the draft. */
export function htmlNode(value: string, { line, column }: Position, draft: LogseqDraft): Html {
  const links = addHtmlLinks(value, draft, (offset) => {
    const before = value.slice(0, offset).split('\n');
    const last = before.at(-1)?.length ?? 0;
    return before.length === 1
      ? { line, column: column + last }
      : { line: line + before.length - 1, column: last + 1 };
  });
  return { type: 'html', value, ...(links.length > 0 && { data: { links } }) };
}
