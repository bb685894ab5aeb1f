/** Notes by page name, journal date, title and alias, for every vault. */
import type { Diagnostic } from '../../diagnostic.ts';
import { journalDate } from '../../journal-dates.ts';
import type { Vault } from '../../note.ts';
import type { KnownNote } from './known-note.ts';
import { lastSegment, nameKey } from './name-key.ts';
import { sortVaults } from './vaults.ts';

/** The index that matched; 'name' is how the vault's own program would find the note. */
export type NameKind = 'name' | 'journal' | 'title' | 'alias' | 'base';

export interface NameMatch {
  readonly found: KnownNote;
  readonly by: NameKind;
}

interface VaultNames {
  readonly name: Map<string, KnownNote>;
  readonly journal: Map<string, KnownNote>;
  readonly title: Map<string, KnownNote>;
  readonly alias: Map<string, KnownNote>;
  readonly base: Map<string, KnownNote>;
}

export class NameIndex {
  readonly #vaults: readonly Vault[];
  readonly #names = new Map<string, VaultNames>();
  readonly #dates = new Map<string, string | null>();
  /** 'duplicate-name' and 'duplicate-alias'. */
  readonly diagnostics: Diagnostic[] = [];

  /** `notes` in order of path; of two with one name the published one wins. */
  constructor(notes: readonly KnownNote[], vaults: readonly Vault[]) {
    this.#vaults = sortVaults(vaults);
    for (const published of [true, false]) {
      for (const known of notes) {
        if ((known.id !== null) === published) this.#add(known);
      }
    }
  }

  /** The note called `name` in `vault`: by page name, date, title, then alias. */
  inVault(vault: string, name: string): NameMatch | null {
    const key = nameKey(name);
    const date = this.journalDate(vault, name);
    return this.#find(vault, key, date, ['name', 'journal', 'title', 'alias']);
  }

  /** A note of another vault called `name`, a published one if there is any. */
  elsewhere(vault: string, name: string): NameMatch | null {
    const key = nameKey(name);
    const date = this.journalDate(vault, name) ?? journalDate(name.trim(), ['yyyy-MM-dd']);
    let unpublished: NameMatch | null = null;
    for (const { root } of this.#vaults) {
      if (root === vault) continue;
      const match = this.#find(root, key, date, ['name', 'journal', 'title', 'base', 'alias']);
      if (match?.found.id) return match;
      unpublished ??= match;
    }
    return unpublished;
  }

  /** The note called `name`: in `vault`, else in another one. */
  anywhere(vault: string, name: string): NameMatch | null {
    return this.inVault(vault, name) ?? this.elsewhere(vault, name);
  }

  /** The date (ISO) that a name spells in the journal formats of a vault, or null. */
  journalDate(vault: string, name: string): string | null {
    if (!/\d/.test(name)) return null;
    const key = `${vault}\n${name}`;
    const known = this.#dates.get(key);
    if (known !== undefined) return known;
    const formats = this.#vaults.flatMap(({ root, journalFormats }) => {
      return root === vault ? journalFormats : [];
    });
    const date = journalDate(name.trim(), formats);
    this.#dates.set(key, date);
    return date;
  }

  #find(
    vault: string,
    key: string,
    date: string | null,
    kinds: readonly NameKind[],
  ): NameMatch | null {
    const names = this.#names.get(vault);
    if (!names) return null;
    for (const by of kinds) {
      const found = names[by].get(by === 'journal' ? (date ?? '') : key);
      if (found) return { found, by };
    }
    return null;
  }

  #add(known: KnownNote): void {
    const { note } = known;
    const names = this.#namesOf(note.vault);
    const name = nameKey(note.name);
    const first = names.name.get(name);
    if (first && note.dialect === 'logseq') this.diagnostics.push(duplicateName(known, first));
    claim(names.name, name, known);
    if (note.journal !== null) claim(names.journal, note.journal, known);
    claim(names.title, nameKey(note.title), known);
    claim(names.base, nameKey(lastSegment(note.name)), known);
    for (const alias of note.aliases) {
      const owner = names.alias.get(nameKey(alias));
      if (owner && owner !== known) this.diagnostics.push(duplicateAlias(known, alias, owner));
      claim(names.alias, nameKey(alias), known);
    }
  }

  #namesOf(vault: string): VaultNames {
    const names = this.#names.get(vault) ?? {
      name: new Map(),
      journal: new Map(),
      title: new Map(),
      alias: new Map(),
      base: new Map(),
    };
    this.#names.set(vault, names);
    return names;
  }
}

function claim(names: Map<string, KnownNote>, key: string, known: KnownNote): void {
  if (key !== '' && !names.has(key)) names.set(key, known);
}

function duplicateName({ note }: KnownNote, first: KnownNote): Diagnostic {
  return {
    code: 'duplicate-name',
    path: note.path,
    line: 1,
    column: 1,
    message: `“${note.name}” is also the page of “${first.note.path}”, which links lead to.`,
    hint: 'Merge the two files, or give one of them another title.',
  };
}

function duplicateAlias({ note }: KnownNote, alias: string, owner: KnownNote): Diagnostic {
  return {
    code: 'duplicate-alias',
    path: note.path,
    line: 1,
    column: 1,
    message: `The alias “${alias}” is already taken by “${owner.note.path}”, which keeps it.`,
    hint: '',
  };
}
