/** The notes folder, with the dates of the notes from their git history. */
import { counted, type Progress } from '../system/progress.ts';
import { readGitDates } from './git/git-dates.ts';
import { type NotesFolder, readNotesFolder } from './read-vaults.ts';

export interface DatedFolders {
  readonly notes: string;
  /** The folder whose git history has the dates: `notes`, or the one that they are a version of. */
  readonly history: string;
  /** Keeps the dates between runs. */
  readonly cache: string;
}

/** Reads the notes in a folder. @throws UsageError when it cannot be read. */
export async function readDatedNotes(
  { notes, history, cache }: DatedFolders,
  progress: Progress,
): Promise<NotesFolder> {
  const reading = progress.stage('read');
  const folder = await readNotesFolder(notes);
  const { sources, vaults } = folder;
  reading.end(`${counted(sources.length, 'note')} in ${counted(vaults.length, 'vault')}`);
  const dating = progress.stage('date');
  const { dates, remark } = await readGitDates(history, vaults, cache);
  dating.end(remark);
  return { ...folder, sources: sources.map((file) => ({ ...file, ...dates.get(file.path) })) };
}
