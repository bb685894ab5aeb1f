/** Redacts the names of unpublished notes wherever a page would show them. */

import type { Root } from 'mdast';
import { escapeHtml } from '../escape.ts';
import type { Garden, GardenNote } from '../garden.ts';
import { noteTextsFor } from '../interface-texts/note-texts.ts';
import type { Link, LinkContext } from '../note.ts';
import { percentDecoded } from '../percent-decoding.ts';
import { isPrivateName, withoutPrivateAddresses } from '../resolve/publishing/private-addresses.ts';
import { mapTexts, privateAddressesOf } from '../resolve/publishing/public-texts.ts';
import { referentOf } from '../resolve/query/referent.ts';
import type { RenderContext, Sources } from './render-context.ts';

/** Whether the link has a label that does not repeat the private note's name. */
export function hasOwnLabel(link: Link): boolean {
  const label = plain(link.label);
  return label !== '' && !namesOf(link).some((name) => plain(name) === label);
}

/** Every form of the note's name in the brackets. */
function namesOf(link: Link): string[] {
  const path = link.name.replace(/\?.*$/s, '');
  const base = path.slice(path.lastIndexOf('/') + 1);
  return [link.name, path, base, base.replace(/\.\w+$/, '')].filter((name) => name !== '');
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** The sources with bodies in which every address of an unpublished note is replaced by `texts.privateName`. */
export function publicSources(garden: Garden, sources: Sources): Sources {
  const addresses = privateAddressesOf(garden);
  const hidden = noteTextsFor(garden.policy.lang).privateName;
  // A page may embed a thousand parts of one note.
  const shown = new Map<string, Root>();
  const body = (path: string): Root => {
    const known = shown.get(path) ?? mapTexts(sources.body(path), addresses, hidden);
    shown.set(path, known);
    return known;
  };
  return { ...sources, body };
}

/** A text that an expression made, with every address of an unpublished note replaced. */
export function publicText({ rendering }: RenderContext, text: string): string {
  const { garden, texts } = rendering;
  return withoutPrivateAddresses(text, privateAddressesOf(garden), texts.privateName);
}

/** Whether `address` was one of an unpublished note before it was replaced. */
export function isHiddenAddress({ rendering }: RenderContext, address: string): boolean {
  return percentDecoded(address).includes(rendering.texts.privateName);
}

/** Whether the words of a link to a hidden address are the author's own, and not the name of a note. */
export function areOwnWords({ rendering }: RenderContext, words: string): boolean {
  const { garden, texts } = rendering;
  const text = words.trim();
  return (
    text !== '' && text !== texts.privateName && !isPrivateName(text, privateAddressesOf(garden))
  );
}

interface OwnSecrets {
  /** Names of private notes in the note's links without a label. */
  readonly names: readonly string[];
  /** Fragments of headings that contain such names, with their replacements. */
  readonly fragments: ReadonlyMap<string, string>;
}

const ownSecrets = new WeakMap<GardenNote, OwnSecrets>();
const allNames = new WeakMap<GardenNote, readonly string[]>();

function ownSecretsOf(entry: GardenNote): OwnSecrets {
  const known = ownSecrets.get(entry);
  if (known !== undefined) return known;
  const links = entry.note.links.filter((link, index) => {
    return entry.targets[index]?.kind === 'private' && !hasOwnLabel(link);
  });
  const names = links.flatMap((link) => [
    ...(link.uncounted ? [link.source] : []),
    link.context.text,
    ...namesOf(link),
  ]);
  const secrets = { names, fragments: secretFragments(entry, links) };
  ownSecrets.set(entry, secrets);
  return secrets;
}

function secretFragments(entry: GardenNote, links: readonly Link[]): Map<string, string> {
  const lines = new Set(links.map((link) => link.line));
  const fragments = new Map<string, string>();
  for (const [index, heading] of entry.note.headings.entries()) {
    const isBlock = entry.note.blocks.some((block) => block.fragment === heading.fragment);
    if ((lines.has(heading.line) || heading.hidden) && !isBlock) {
      fragments.set(heading.fragment, `section-${index + 1}`);
    }
  }
  return fragments;
}

/** Longest first: replacing a name inside a longer one would leave the rest of it visible. */
function secretNames(garden: Garden, entry: GardenNote): readonly string[] {
  const known = allNames.get(entry);
  if (known !== undefined) return known;
  const names = new Set(ownSecretsOf(entry).names);
  for (const target of entry.targets) {
    // A link to a heading repeats the heading's text, with the names in it; one to the whole note does not, and
    // its page then depends on none of that note's links.
    if (target.kind !== 'note' || target.fragment === '') continue;
    const other = garden.notes.get(target.id);
    if (other === undefined) continue;
    const secrets = ownSecretsOf(other);
    if (secrets.fragments.has(target.fragment)) for (const name of secrets.names) names.add(name);
  }
  names.delete('');
  const sorted = [...names].sort((a, b) => b.length - a.length);
  allNames.set(entry, sorted);
  return sorted;
}

/** The fragment as it appears on pages: replaced where it would spell a private name. */
export function publicFragment(entry: GardenNote, fragment: string): string {
  return ownSecretsOf(entry).fragments.get(fragment) ?? fragment;
}

/** First line of a block or heading, with private names redacted. */
export function publicLine(garden: Garden, entry: GardenNote, fragment: string): string {
  const block = entry.note.blocks.find((candidate) => candidate.fragment === fragment);
  const heading = entry.note.headings.find((candidate) => candidate.fragment === fragment);
  return withoutPrivateNames(garden, entry, block?.text ?? heading?.text ?? '');
}

/** `text` of this note, with the names of private notes that it links to replaced. */
export function withoutPrivateNames(garden: Garden, entry: GardenNote, text: string): string {
  const placeholder = noteTextsFor(entry.note.lang).privateName;
  return secretNames(garden, entry).reduce(
    (shown, name) => shown.replaceAll(name, placeholder),
    text,
  );
}

/** `html` that a plugin made of this note's text, with those names replaced as text and as HTML. */
export function htmlWithoutPrivateNames(garden: Garden, entry: GardenNote, html: string): string {
  const placeholder = noteTextsFor(entry.note.lang).privateName;
  return secretNames(garden, entry)
    .flatMap((name) => [escapeHtml(name), name])
    .reduce((shown, name) => shown.replaceAll(name, placeholder), html);
}

/**
 * Source that a page shows as written, such as a query that cannot be read. Names in it that lead to no
 * published page are left out, since they were not looked up and may be private.
 */
export function publicSource(garden: Garden, entry: GardenNote, source: string): string {
  return withoutPrivateNames(garden, entry, source).replace(
    /(\[\[|\{\{namespace )([^[\]{}]+)(?=\]\]|\}\})/g,
    (written, start: string, inside: string) => {
      const name = inside.replace(/[#|\\].*$/s, '').trim();
      const { id, tag } = referentOf(garden, name, entry.note);
      return id !== null || garden.tags.has(tag) ? written : `${start}…`;
    },
  );
}

/** An author's words in an attribute or a label, which show links in them as they are written. */
export function publicWords<Words extends string | null | undefined>(
  { rendering, entry }: RenderContext,
  words: Words,
): Words | string {
  return words ? publicSource(rendering.garden, entry, words) : words;
}

/** The words of a picture: the same, with the brackets of published names taken off. */
export function publicAlt<Words extends string | null | undefined>(
  context: RenderContext,
  words: Words,
): Words | string {
  const shown = publicWords(context, words);
  return shown ? shown.replace(/\[\[([^[\]]*)\]\]/g, '$1') : shown;
}

/** The context of a link in this note, with private names redacted, for the page it leads to. */
export function publicContext(
  garden: Garden,
  entry: GardenNote,
  context: LinkContext,
): LinkContext {
  const fragment = publicFragment(entry, context.fragment);
  if (secretNames(garden, entry).length === 0) {
    return fragment === context.fragment ? context : { ...context, fragment };
  }
  const hide = (text: string) => withoutPrivateNames(garden, entry, text);
  return {
    before: hide(context.before),
    text: hide(context.text),
    after: hide(context.after),
    fragment,
  };
}
