/** Backlinks and mentions of a page, grouped by note, with the text around each link. */
import { compareText } from '../../diagnostic.ts';
import type { Backlink, Garden, Mention } from '../../garden.ts';
import type { BacklinkGroup } from '../../page.ts';
import { publicContext, publicLine, withoutPrivateNames } from '../privacy.ts';

type Context = BacklinkGroup['contexts'][number];

/** A page's links to itself are left out. */
export function backlinkGroups(
  garden: Garden,
  backlinks: readonly Backlink[],
  self: string,
): BacklinkGroup[] {
  const contexts = new Map<string, Context[]>();
  for (const backlink of backlinks) {
    const { from, link } = backlink;
    const source = garden.notes.get(from);
    if (source === undefined || from === self) continue;
    const context = publicContext(garden, source, link.context);
    const text = context.text || referencedLine(garden, backlink, self);
    addOnce(contexts, from, { ...context, text });
  }
  return groups(garden, contexts);
}

/** A reference to a block has no text of its own: it shows the block's first line. */
function referencedLine(garden: Garden, { link, fragment }: Backlink, self: string): string {
  const entry = garden.notes.get(self);
  return link.kind === 'block' && entry ? publicLine(garden, entry, fragment) : '';
}

/** Unlinked mentions in the form of backlinks; they have no fragment. */
export function mentionGroups(garden: Garden, mentions: readonly Mention[]): BacklinkGroup[] {
  const contexts = new Map<string, Context[]>();
  for (const { from, before, text, after } of mentions) {
    const source = garden.notes.get(from);
    if (source === undefined) continue;
    const hide = (part: string) => withoutPrivateNames(garden, source, part);
    addOnce(contexts, from, { before: hide(before), text, after: hide(after), fragment: '' });
  }
  return groups(garden, contexts);
}

/** Adds a context once; one without text, such as that of an embed alone, is left out. */
function addOnce(contexts: Map<string, Context[]>, from: string, context: Context): void {
  const known = contexts.get(from) ?? [];
  contexts.set(from, known);
  const { before, text, after, fragment } = context;
  if (`${before}${text}${after}`.trim() === '') return;
  // A block that links twice is one reference.
  const words = `${before}${text}${after}`;
  const isKnown = known.some((other) => {
    return words === `${other.before}${other.text}${other.after}`;
  });
  if (!isKnown) known.push({ before, text, after, fragment });
}

/** Journals first, the newest before the others, as in Logseq; then notes by title. */
function groups(garden: Garden, contexts: ReadonlyMap<string, Context[]>): BacklinkGroup[] {
  const found = [...contexts].flatMap(([from, ofNote]) => {
    const source = garden.notes.get(from);
    return source === undefined ? [] : [{ source, contexts: ofNote }];
  });
  found.sort(
    ({ source: a }, { source: b }) =>
      compareText(b.note.journal ?? '', a.note.journal ?? '') ||
      compareText(a.note.title, b.note.title) ||
      compareText(a.id, b.id),
  );
  return found.map(({ source: { note, permalink }, contexts: ofNote }) => {
    const { title, lang } = note;
    return { title, permalink, lang, contexts: ofNote };
  });
}
