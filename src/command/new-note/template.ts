/** The file name and first lines of a new note. Pure. */
import { deviceName } from '../../garden/device-name.ts';
import type { Vault } from '../../garden/note.ts';

/** A file name that Obsidian and every file system accept; the note keeps a title that differs. */
export function noteFileName(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(deviceName, '$&_');
  return `${safe === '' ? 'Untitled' : safe}.md`;
}

/** The first lines of an Obsidian note: date, tags, a title that the file name cannot hold. */
export function noteTemplate(title: string, day: string, tags: readonly string[] = []): string {
  const lines = ['---', `created: ${day}`, `tags: [${tags.join(', ')}]`];
  if (noteFileName(title) !== `${title}.md`) lines.push(`title: ${JSON.stringify(title)}`);
  return [...lines, '---', '', ''].join('\n');
}

/** The file name of a Logseq page, with '/' and forbidden characters as the graph's format has them. */
export function logseqFileName(title: string, format: Vault['fileNames']): string {
  const name = title.normalize('NFC').replace(/\s+/g, ' ').trim();
  const escaped = name.replace(/[%\\:*?"<>|#]/g, percentEncoded);
  const file =
    format === 'legacy'
      ? escaped.replace(/[./]/g, percentEncoded)
      : escaped.replaceAll('/', '___').replace(/^\.|\.$/g, percentEncoded);
  return `${file.replace(deviceName, (name) => percentEncoded(name) + name.slice(1))}.md`;
}

/** The properties of a Logseq page before its blocks: its date, '' for none, and tags. */
export function logseqTemplate(day: string, tags: readonly string[] = []): string {
  const lines = [
    ...(day === '' ? [] : [`created:: ${day}`]),
    ...(tags.length === 0 ? [] : [`tags:: ${tags.join(', ')}`]),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
