/** What an owner asks of a new note. */
import { ownValue } from '../../garden/own-value.ts';
import { UsageError } from '../../system/usage-error.ts';
import { readArguments } from '../options.ts';
import { type LocalTime, localTime } from './moment-format.ts';

export interface NoteRequest {
  /** '' for a journal. */
  readonly title: string;
  readonly now: LocalTime;
  readonly isJournal: boolean;
  /** Folder in the vault, '/'-separated; '' for the one where new notes belong. */
  readonly inside: string;
  readonly tags: readonly string[];
  /** Name of a template; '' for none. */
  readonly template: string;
  /** Name of a vault; '' for the first one. */
  readonly vault: string;
  /** A folder anywhere, in place of a vault; '' for none. */
  readonly folder: string;
  /** Whether an editor is opened. */
  readonly edit: boolean;
}

/** Reads the arguments of `new`. @throws UsageError with `usage` where the title is missing. */
export function readRequest(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { today, usage }: { readonly today: Date; readonly usage: string },
): NoteRequest {
  const { values, positionals } = readArguments(
    args,
    {
      ...{ journal: { type: 'boolean' }, in: { type: 'string' }, tags: { type: 'string' } },
      ...{ template: { type: 'string' }, vault: { type: 'string' }, folder: { type: 'string' } },
      edit: { type: 'boolean' },
    },
    { allowPositionals: true },
  );
  const text = (name: string) => String(ownValue(values, name) ?? '').trim();
  const title = positionals.join(' ').trim();
  const isJournal = values['journal'] === true;
  if (title === '' && !isJournal) throw new UsageError(`The note needs a title: ${usage}`);
  if (title !== '' && isJournal) {
    throw new UsageError(`The journal of today has its date as its title: ${usage}`);
  }
  const inside = text('in').replace(/^\/+|\/+$/g, '');
  if (inside.split(/[\\/]/).includes('..')) {
    throw new UsageError(`--in names a folder in the vault, not “${inside}”.`);
  }
  return {
    ...{ title, now: localTime(today), isJournal, inside },
    tags: text('tags')
      .split(',')
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter((tag) => tag !== ''),
    template: text('template'),
    vault: text('vault'),
    folder:
      text('folder') || (values['vault'] === undefined ? (environment['GARDEN_NEW'] ?? '') : ''),
    edit: values['edit'] === true,
  };
}
