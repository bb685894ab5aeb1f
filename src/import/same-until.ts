/** Until when an import of the same files gives the same garden. */
import type { Drawings } from '../draw/draw-diagrams.ts';
import type { SocialImages } from '../draw/draw-social-images.ts';
import type { Note } from '../garden/note.ts';
import { nextChange } from '../garden/resolve/publishing/apply-schedule.ts';
import { buildMoment } from './build-moment.ts';
import type { ImportSettings } from './import-settings.ts';
import type { MdxNotes } from './mdx/mdx-notes.ts';
import type { Plugins } from './plugins/load-plugins.ts';

/** What takes part in an import besides the notes. */
export interface OtherParts {
  readonly plugins: Pick<Plugins, 'reports'>;
  readonly drawings: Pick<Drawings, 'diagnostics'>;
  readonly pictures: Pick<SocialImages, 'failed'>;
  readonly mdx: Pick<MdxNotes, 'ids'>;
  readonly passwords: ReadonlyMap<string, string>;
  readonly settings: Pick<ImportSettings, 'keepRemotePictures'>;
}

const dayMs = 86_400_000;

/**
 * The moment, as milliseconds since 1970, at which a day ends or a note is published or withdrawn. 0 where the
 * next import has something to try again, such as a drawing that failed, or where what the garden is made of
 * is not all among its files: what code reads, what other hosts send, passwords.
 */
export function sameUntil(
  notes: readonly Note[],
  { plugins, drawings, pictures, mdx, passwords, settings }: OtherParts,
): number {
  const { keepRemotePictures = false } = settings;
  const others = [plugins.reports.length, mdx.ids.size, passwords.size, Number(keepRemotePictures)];
  const failed = [drawings.diagnostics.length, pictures.failed.size];
  if ([...others, ...failed].some((count) => count > 0)) return 0;
  return nextMoment(notes, buildMoment());
}

/** The first moment after `now` at which a day ends, or a note is published or withdrawn. */
export function nextMoment(notes: readonly Note[], now: number): number {
  return Math.min(nextChange(notes, now), (Math.floor(now / dayMs) + 1) * dayMs);
}
