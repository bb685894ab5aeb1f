/** What a new note is called on disk and what it starts with. Pure. */

/** A file name that Obsidian and every file system accept; the title stays in the note when it differs. */
export function noteFileName(title: string): string {
  const safe = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${safe === '' ? 'Untitled' : safe}.md`;
}

/** The first lines of a note: date, empty tags, and the title where the file name cannot hold it. */
export function noteTemplate(title: string, today: Date): string {
  const lines = ['---', `created: ${today.toISOString().slice(0, 10)}`, 'tags: []'];
  if (noteFileName(title) !== `${title}.md`) lines.push(`title: ${JSON.stringify(title)}`);
  return [...lines, '---', '', ''].join('\n');
}
