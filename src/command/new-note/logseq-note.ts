/** A new page or journal of a Logseq graph, with the graph's own file names, properties and templates. */
import { join } from 'node:path';
import { journalTitle } from '../../garden/journal-dates.ts';
import type { VaultPlace } from '../../garden/parse/find-vaults.ts';
import { type Edn, ednEntry, readEdn } from '../../garden/parse/logseq/edn/edn.ts';
import { readLogseqVault } from '../../garden/parse/logseq/vault/vault.ts';
import { readTextIfAny } from '../../system/disk.ts';
import { UsageError } from '../../system/usage-error.ts';
import { filledTemplate, templateBlocks } from './logseq-template.ts';
import type { NoteRequest } from './note-request.ts';
import type { NewNote } from './obsidian-note.ts';
import { logseqFileName, logseqTemplate } from './template.ts';

/** `paths` are the files of the notes folder. @throws UsageError where the template does not exist. */
export async function logseqNote(
  request: NoteRequest,
  notes: string,
  { root }: VaultPlace,
  paths: readonly string[],
): Promise<NewNote> {
  const config = await readTextIfAny(join(notes, root, 'logseq', 'config.edn')).catch(() => null);
  const vault = readLogseqVault(root, config, []);
  const settings = config === null ? null : readEdn(config).value;
  const { now, isJournal, inside, tags } = request;
  const format = vault.journalFormats[0] ?? 'MMM do, yyyy';
  const own = inside === '' ? request.title : `${inside}/${request.title}`;
  const title = isJournal ? journalTitle(now.day, format) : own;
  const fileFormat = textAt(settings, 'journal/file-name-format') || 'yyyy_MM_dd';
  const template = request.template || (isJournal ? journalTemplate(settings) : '');
  const blocks = template === '' ? '- ' : await findTemplate(template, notes, { root, paths });
  const head = logseqTemplate(isJournal ? '' : now.day, tags);
  return {
    folder: join(notes, root, isJournal ? vault.journalFolder : vault.pageFolder),
    name: isJournal
      ? `${journalTitle(now.day, fileFormat)}.md`
      : logseqFileName(title, vault.fileNames),
    text: `${head}${filledTemplate(blocks, { now, format, title })}\n`,
  };
}

/** The template that the graph gives each new journal: `:default-templates {:journals "name"}`. */
function journalTemplate(settings: Edn | null): string {
  return textAt(ednEntry(settings, 'default-templates'), 'journals');
}

function textAt(map: Edn | null, key: string): string {
  const value = ednEntry(map, key);
  return value?.kind === 'string' ? value.text : '';
}

async function findTemplate(
  name: string,
  notes: string,
  { root, paths }: { readonly root: string; readonly paths: readonly string[] },
): Promise<string> {
  const prefix = root === '' ? '' : `${root}/`;
  for (const path of paths) {
    if (!path.startsWith(prefix) || !path.endsWith('.md')) continue;
    const source = await readTextIfAny(join(notes, path)).catch(() => null);
    const blocks = source === null ? null : templateBlocks(source, name);
    if (blocks !== null) return blocks;
  }
  throw new UsageError(`No block of the graph has the property “template:: ${name}”.`);
}
