/** Resolves all notes together: names to notes, links to targets, and everything derived from them. */
import { compareDiagnostics, compareText, type Diagnostic } from '../diagnostic.ts';
import type { Asset, Garden, Policy, TagPage } from '../garden.ts';
import type { Note, Vault } from '../note.ts';
import { AddressBook } from './address/address-book.ts';
import { assignAddresses } from './address/addresses.ts';
import { publishAssets } from './address/asset-addresses.ts';
import { categoryRedirects, listRedirects } from './address/former/categories.ts';
import { collectRedirects } from './address/redirects.ts';
import { anchoredIds, type GardenLookup, gardenNote } from './edit/garden-lookup.ts';
import { collectBacklinks, type LinkedNote } from './link/backlinks.ts';
import { Ghosts } from './link/ghosts.ts';
import { nameSuggestions } from './link/link-diagnostics.ts';
import { resolveLinks } from './link/targets.ts';
import { findLink, type Indexes } from './lookup/find.ts';
import { indexNotes } from './lookup/indexes.ts';
import { type KnownNote, knownNote, type PublicNote } from './lookup/known-note.ts';
import { sortVaults } from './lookup/vaults.ts';
import { findMentions } from './mention/mentions.ts';
import { gardenGhosts, gardenNotes, newestFirst, referencedAssets } from './page/assemble.ts';
import { countGarden } from './page/counts.ts';
import { findFavorites, findHome } from './page/home.ts';
import { collectNamespaces } from './page/namespaces.ts';
import { collectTags, tagKeys } from './page/tags.ts';
import { addressedNote, type ResolvedUnlisted, resolveUnlisted } from './page/unlisted.ts';
import { withoutPrivateNames } from './publishing/private-names.ts';
import { listedNotes } from './publishing/public-notes.ts';
import { withPublicTexts } from './publishing/public-texts.ts';
import { decideAll, type Publishing } from './publishing/publishing.ts';
import { unpublishedKeys } from './publishing/unpublished-keys.ts';

/**
 * The garden of these notes. The order of `notes`, `assets` and `vaults` does not matter. Unpublished
 * notes take part only in the lookup of names, so that links to them are known to be private.
 * `diagnostics` are those of the vaults, of all notes and of resolving. `withMentions` is false where nobody
 * reads the unlinked mentions, which take a third of the time.
 */
export function resolveGarden(
  notes: readonly Note[],
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
  withMentions = true,
): Garden {
  return resolveWithLookup(notes, assets, vaults, policy, withMentions).garden;
}

/** The same, with what names are looked up in. */
export interface ResolvedGarden {
  readonly garden: Garden;
  /** What `editGarden` needs: made where it is asked for. */
  readonly lookup: () => GardenLookup;
}

/** The garden of these notes as `resolveGarden` gives it, and what follows later edits of its notes. */
export function resolveWithLookup(
  notes: readonly Note[],
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
  withMentions = true,
): ResolvedGarden {
  const indexed = indexGarden(notes, assets, vaults, policy);
  const followed = followLinks(indexed);
  const assembled = assemble(indexed, followed, policy);
  const garden = withMentions
    ? { ...assembled, mentions: findMentions(followed.linked) }
    : assembled;
  const { indexes } = indexed;
  const { ghosts, tags, suggestions } = followed;
  const names = { indexes, ghosts, tags, suggestions };
  const lookup = () => ({ ...names, edited: new Map(), anchored: anchoredIds(garden) });
  return { garden, lookup };
}

/** The published notes with their addresses, and the indexes that links are looked up in. */
interface IndexedGarden {
  readonly vaults: readonly Vault[];
  readonly publishing: Publishing;
  readonly book: AddressBook;
  readonly published: readonly PublicNote[];
  readonly unlisted: readonly KnownNote[];
  readonly indexes: Indexes;
  readonly unpublishedKeys: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function indexGarden(
  notes: readonly Note[],
  assets: readonly Asset[],
  vaults: readonly Vault[],
  policy: Policy,
): IndexedGarden {
  const sorted = notes
    .map((note) => gardenNote(note, policy))
    .sort((a, b) => compareText(a.path, b.path));
  const sortedVaults = sortVaults(vaults);
  const publishing = decideAll(sorted, sortedVaults, policy);
  const book = new AddressBook();
  const accessOf = ({ path }: Note) => {
    const decision = publishing.decisions.get(path);
    return decision?.published ? decision.access : undefined;
  };
  const addresses = assignAddresses(
    sorted
      .filter(({ path }) => publishing.decisions.get(path)?.published === true)
      .map((note) => addressedNote(note, accessOf(note))),
    book,
    policy,
  );
  const known = sorted.map((note) => {
    return knownNote(note, addresses.ids.get(note.path) ?? null, accessOf(note));
  });
  const lookup = indexNotes(known, assets, sortedVaults, policy);
  const keys = unpublishedKeys(known, policy);
  const shown = withPublicTexts(known, lookup.indexes, keys, policy);
  return {
    unpublishedKeys: keys,
    vaults: sortedVaults,
    publishing,
    book,
    unlisted: shown.filter(({ unlisted }) => unlisted !== undefined),
    published: listedNotes(shown, lookup.indexes),
    indexes: lookup.indexes,
    diagnostics: [
      ...sortedVaults.flatMap((vault) => vault.diagnostics),
      ...sorted.flatMap((note) => reported(note, publishing)),
      ...publishing.diagnostics,
      ...addresses.diagnostics,
      ...lookup.diagnostics,
    ],
  };
}

/** What a note that nobody is shown reports: in a template, tags of templates are no fault. */
function reported({ path, diagnostics }: Note, { decisions }: Publishing): readonly Diagnostic[] {
  if (decisions.get(path)?.published === true) return diagnostics;
  return diagnostics.filter(({ code }) => code !== 'template-tag');
}

interface FollowedLinks extends Pick<GardenLookup, 'ghosts' | 'tags' | 'suggestions'> {
  readonly linked: readonly LinkedNote[];
  readonly unlisted: ResolvedUnlisted['notes'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks up the names of all notes before any target: a name without a note may be a ghost for other links. */
function followLinks(indexed: IndexedGarden): FollowedLinks {
  const { published, indexes, vaults, book } = indexed;
  const searched = published.map((known) => ({
    known,
    found: known.note.links.map((link) => findLink(link, known.note, indexes)),
  }));
  const tags = tagKeys(published);
  const ghosts = new Ghosts(searched, indexes.names, vaults, book, tags);
  const suggestions = nameSuggestions(published);
  const diagnostics: Diagnostic[] = [];
  const linked = published.map((known, index): LinkedNote => {
    const found = searched[index]?.found ?? [];
    const resolved = resolveLinks(known.note, found, { ghosts, tags }, suggestions);
    diagnostics.push(...resolved.diagnostics);
    return { ...known, targets: resolved.targets };
  });
  const unlisted = resolveUnlisted(indexed.unlisted, indexes, { ghosts, tags }, suggestions);
  diagnostics.push(...unlisted.diagnostics);
  return { ghosts, tags, suggestions, linked, unlisted: unlisted.notes, diagnostics };
}

/** Addresses below /tags/ of tags whose page is a note. */
function redirectsOfTags(tags: ReadonlyMap<string, TagPage>): [string, string][] {
  return [...tags.values()].flatMap(({ redirect, permalink }): [string, string][] => {
    return redirect === '' ? [] : [[redirect, permalink]];
  });
}

/** The files of listed notes, and those that only unlisted ones without a password show. */
function servedAssets(
  listed: ReadonlyMap<string, Asset>,
  unlisted: ResolvedUnlisted['notes'],
): Pick<Garden, 'assets' | 'unlistedAssets'> {
  const open = [...unlisted.values()].filter(({ access }) => access.kind === 'unlisted');
  const served = publishAssets(new Map([...open.flatMap(({ files }) => [...files]), ...listed]));
  const [assets, others] = [true, false].map((isListed) => {
    return new Map([...served].filter(([path]) => listed.has(path) === isListed));
  });
  return { assets: assets ?? new Map(), unlistedAssets: others ?? new Map() };
}

function assemble(
  {
    vaults,
    publishing,
    book,
    published,
    indexes,
    unpublishedKeys: keys,
    diagnostics,
  }: IndexedGarden,
  { ghosts, linked, unlisted, diagnostics: ofLinks }: FollowedLinks,
  policy: Policy,
): Garden {
  const backlinks = collectBacklinks(linked);
  const { names, files } = indexes;
  const namespaces = collectNamespaces(published, ghosts, names, files, tagKeys(published));
  const tags = collectTags(linked, namespaces.belowTags);
  return {
    policy,
    vaults: withoutPrivateNames(vaults, indexes.names),
    publishing: publishing.decisions,
    unpublishedKeys: keys,
    notes: gardenNotes(linked, backlinks, namespaces, indexes.assets),
    unlisted,
    ghosts: gardenGhosts(ghosts, backlinks, namespaces),
    tags,
    journals: newestFirst(published),
    ...servedAssets(referencedAssets(linked, indexes.assets), unlisted),
    redirects: new Map([
      ...collectRedirects(published, book, policy),
      ...redirectsOfTags(tags),
      ...categoryRedirects(published, tags, book, policy),
      ...listRedirects(book, policy),
    ]),
    home: findHome(published, indexes.names, vaults, policy.home),
    favorites: findFavorites(indexes.names, vaults),
    mentions: new Map(),
    counts: countGarden(publishing, linked, tags.size, ofLinks),
    diagnostics: [...diagnostics, ...ofLinks].sort(compareDiagnostics),
  };
}
