/** Takes the addresses of unpublished notes out of everything that a published note says. */
import type { Garden, Policy } from '../../garden.ts';
import { noteTextsFor } from '../../interface-texts/note-texts.ts';
import type { Diagram, Heading, Link, Note } from '../../note.ts';
import { findLink, type Indexes } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import {
  isPrivateName,
  type PrivateAddresses,
  withoutPrivateAddresses,
} from './private-addresses.ts';

/** The published notes of all `known` ones without addresses that name others, and those as they are. */
export function withPublicTexts(
  known: readonly KnownNote[],
  indexes: Indexes,
  keys: readonly string[],
  policy: Policy,
): readonly KnownNote[] {
  if (keys.length === 0) return known;
  const addresses = { keys: new Set(keys), policy };
  const hidden = noteTextsFor(policy.lang).privateName;
  return known.map((each) => {
    if (each.id === null && each.unlisted === undefined) return each;
    const note = publicNote(each.note, addresses, hidden);
    const named = withPublicKeys(note, indexes, hidden);
    return named === each.note ? each : { ...each, note: named };
  });
}

function publicNote(note: Note, addresses: PrivateAddresses, hidden: string): Note {
  const { diagrams, diagnostics, ...rest } = note;
  const shown = mapTexts(rest, addresses, hidden);
  // In a diagram an address is often followed, and words would be no address.
  const drawn = mapTexts<readonly Diagram[]>(diagrams, addresses, '#');
  if (shown === rest && drawn === diagrams) return note;
  const headings = shown.headings.map((heading, index): Heading => {
    const { text, fragment } = note.headings[index] ?? heading;
    return heading.text === text ? heading : { ...heading, fragment, hidden: true };
  });
  const aliases = note.aliases.filter((alias, index) => alias === shown.aliases[index]);
  return { ...shown, aliases, headings, diagrams: drawn, diagnostics };
}

/** Links in the keys of properties lead nowhere and are shown as they are written. */
function withPublicKeys(note: Note, indexes: Indexes, hidden: string): Note {
  const isLinked = ({ key }: { readonly key: string }) => key.includes('[[');
  const isAny = [note.properties, ...note.blocks.map(({ properties }) => properties)];
  if (!isAny.some((properties) => properties.some(isLinked))) return note;
  const renamed = <Named extends { readonly key: string }>(property: Named): Named => ({
    ...property,
    key: publicKey(property.key, note, indexes, hidden),
  });
  return {
    ...note,
    properties: note.properties.map(renamed),
    blocks: note.blocks.map((block) => ({ ...block, properties: block.properties.map(renamed) })),
  };
}

function publicKey(key: string, note: Note, indexes: Indexes, hidden: string): string {
  return key.replace(/\[\[([^[\]]+)\]\]/gu, (source, inside: string) => {
    const name = inside.replace(/[#|\\].*$/su, '').trim();
    const by = note.dialect === 'logseq' ? 'name' : 'path';
    const context = { before: '', text: '', after: '', fragment: '' };
    const facts = { kind: 'property', anchor: null, label: '', line: 1, column: 1 } as const;
    const link: Link = { ...facts, by, name, source, context };
    const found = findLink(link, note, indexes);
    return found.kind === 'note' && found.known.id === null ? hidden : source;
  });
}

const keySets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** What tells private addresses in a garden. A page that meets no such address does not depend on it. */
export function privateAddressesOf(garden: Garden): PrivateAddresses {
  return {
    policy: garden.policy,
    get keys() {
      const keys = garden.unpublishedKeys ?? [];
      const known = keySets.get(keys) ?? new Set(keys);
      keySets.set(keys, known);
      return known;
    },
  };
}

/** The same plain data with the addresses of unpublished notes replaced in all of its texts. */
export function mapTexts<Data>(data: Data, addresses: PrivateAddresses, replacement: string): Data {
  return mapped(
    data,
    (text) => withoutPrivateAddresses(text, addresses, replacement),
    addresses,
  ) as Data;
}

type Hide = (text: string) => string;

function mapped(data: unknown, hide: Hide, addresses: PrivateAddresses): unknown {
  if (typeof data === 'string') return hide(data);
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    const items = data.map((item) => mapped(item, hide, addresses));
    return items.every((item, index) => item === data[index]) ? data : items;
  }
  const card = publicCard(data, addresses);
  const changed = Object.entries(card).flatMap(([key, value]): [string, unknown][] => {
    const shown = key === 'position' ? value : mapped(value, hide, addresses);
    return shown === value ? [] : [[key, shown]];
  });
  return changed.length === 0 ? card : { ...card, ...Object.fromEntries(changed) };
}

/** The card of a link (the plugin Auto Card Link): its lines say what is at an address, by name. */
function publicCard(node: object, addresses: PrivateAddresses): object {
  const { kind, source, lang, value } = node as Readonly<Record<string, unknown>>;
  const text = kind === 'plugin-block' || lang === 'cardlink' ? (source ?? value) : undefined;
  if (typeof text !== 'string' || !/^\s*url:/mu.test(text)) return node;
  const isPrivate = text.split('\n').some((line) => {
    const written = line.replace(/^\s*[\w-]+:\s*/u, '').replace(/^["'[]+|["'\]]+$/gu, '');
    return (
      isPrivateName(written, addresses) || withoutPrivateAddresses(line, addresses, '') !== line
    );
  });
  return isPrivate ? { ...node, [typeof source === 'string' ? 'source' : 'value']: '' } : node;
}
