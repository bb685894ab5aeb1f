/** What may be said of a link to a note that is not published: nothing that names it. */
import type { GardenNote } from '../garden.ts';
import type { Link, LinkContext } from '../note.ts';

/** Whether the author wrote a label of his own, which is not the private note's name again. */
export function hasOwnLabel(link: Link): boolean {
  const label = plain(link.label);
  return label !== '' && !namesOf(link).some((name) => plain(name) === label);
}

/** Everything in the brackets that tells the note's name. */
function namesOf(link: Link): string[] {
  const base = link.name.slice(link.name.lastIndexOf('/') + 1);
  return [link.name, base, base.replace(/\.\w+$/, '')].filter((name) => name !== '');
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

interface Secrets {
  /** Links without a label whose notes are private. */
  readonly links: readonly Link[];
  /** Fragments made of headings that name them, and what takes their place. */
  readonly fragments: ReadonlyMap<string, string>;
}

const secretsByEntry = new WeakMap<GardenNote, Secrets>();

function secretsOf(entry: GardenNote): Secrets {
  const known = secretsByEntry.get(entry);
  if (known !== undefined) return known;
  const links = entry.note.links.filter((link, index) => {
    return entry.targets[index]?.kind === 'private' && !hasOwnLabel(link);
  });
  const secrets = { links, fragments: secretFragments(entry, links) };
  secretsByEntry.set(entry, secrets);
  return secrets;
}

function secretFragments(entry: GardenNote, links: readonly Link[]): Map<string, string> {
  const lines = new Set(links.map((link) => link.line));
  const fragments = new Map<string, string>();
  for (const [index, heading] of entry.note.headings.entries()) {
    const isBlock = entry.note.blocks.some((block) => block.fragment === heading.fragment);
    if (lines.has(heading.line) && !isBlock) {
      fragments.set(heading.fragment, `section-${index + 1}`);
    }
  }
  return fragments;
}

/** The id that a fragment of this note has on pages: its own, unless it spells a private name. */
export function publicFragment(entry: GardenNote, fragment: string): string {
  return secretsOf(entry).fragments.get(fragment) ?? fragment;
}

/** First line of a block or heading as the parser kept it, without private names. */
export function publicLine(entry: GardenNote, fragment: string): string {
  const block = entry.note.blocks.find((candidate) => candidate.fragment === fragment);
  const heading = entry.note.headings.find((candidate) => candidate.fragment === fragment);
  return withoutPrivateNames(entry, block?.text ?? heading?.text ?? '', '…');
}

/** `text` from this note with the names of private notes that it links to replaced. */
export function withoutPrivateNames(entry: GardenNote, text: string, placeholder: string): string {
  let shown = text;
  for (const link of secretsOf(entry).links) {
    for (const name of [link.context.text, ...namesOf(link)]) {
      if (name !== '') shown = shown.replaceAll(name, placeholder);
    }
  }
  return shown;
}

/** The context of a link of this note, safe to show on the page it leads to. */
export function publicContext(
  entry: GardenNote,
  context: LinkContext,
  placeholder: string,
): LinkContext {
  if (secretsOf(entry).links.length === 0) return context;
  const hide = (text: string) => withoutPrivateNames(entry, text, placeholder);
  return {
    before: hide(context.before),
    text: hide(context.text),
    after: hide(context.after),
    fragment: publicFragment(entry, context.fragment),
  };
}
