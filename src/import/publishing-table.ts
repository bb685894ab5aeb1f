/** The table of what is published and what is not, with each reason and the line that changes it. Pure. */
import { compareText } from '../garden/diagnostic.ts';
import type { PublishingDecision, UnpublishedReason } from '../garden/publishing.ts';

/** Notes that are kept back for the same reason. */
export interface ReasonCount {
  readonly kind: UnpublishedReason['kind'];
  readonly count: number;
  /** Why, as a part of a sentence. */
  readonly reason: string;
  /** What to write to change it. */
  readonly change: string;
}

export type Decisions = ReadonlyMap<string, PublishingDecision>;

/** The reasons for which notes are not published, the most frequent first. */
export function unpublishedReasons(decisions: Decisions): ReasonCount[] {
  const found = new Map<string, ReasonCount>();
  for (const decision of decisions.values()) {
    if (decision.published) continue;
    const explained = explain(decision.reason);
    const count = (found.get(explained.reason)?.count ?? 0) + 1;
    found.set(explained.reason, { kind: decision.reason.kind, count, ...explained });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || compareText(a.reason, b.reason));
}

/** The table, a line for each reason with its change below; '' where every note is published. */
export function publishingTable(decisions: Decisions): string {
  const reasons = unpublishedReasons(decisions);
  if (reasons.length === 0) return '';
  const hidden = reasons.reduce((sum, { count }) => sum + count, 0);
  const width = String(decisions.size).length;
  const row = (count: number, text: string) => `  ${String(count).padStart(width)}  ${text}`;
  return [
    row(decisions.size - hidden, 'published'),
    ...reasons.flatMap(({ count, reason, change }) => [
      row(count, `not published: ${reason}`),
      `${' '.repeat(width + 6)}${change}`,
    ]),
  ].join('\n');
}

type Explained = Pick<ReasonCount, 'reason' | 'change'>;

/** A reason and how to change it, in words. */
export function explain(reason: UnpublishedReason): Explained {
  switch (reason.kind) {
    case 'own-switch':
      return {
        reason: `the note says so itself (${reason.key})`,
        change: `Remove ${reason.key} from the note to publish it.`,
      };
    case 'unclear-switch':
      return {
        reason: `${reason.key} in the note is neither yes nor no`,
        change: `Write true or false as ${reason.key}.`,
      };
    case 'unreadable':
      return {
        reason: 'the note or its properties cannot be read',
        change: 'Correct what the diagnostics of the note name.',
      };
    case 'twin':
      return {
        reason: `${reason.path} is the same page and private`,
        change: 'Rename one of the two files, or publish both.',
      };
    default:
      return explainPlace(reason);
  }
}

type PlaceReason = Exclude<
  UnpublishedReason,
  { kind: 'own-switch' | 'unclear-switch' | 'unreadable' | 'twin' }
>;

function explainPlace(reason: PlaceReason): Explained {
  switch (reason.kind) {
    case 'ignored':
      return {
        reason: `ignored by the pattern ${reason.pattern}`,
        change: `Take it out of ignore in garden.yaml, or write ignore: ['!${bare(reason.pattern)}'] where it is a default.`,
      };
    case 'hidden-path':
      return {
        reason: `the vault's settings hide ${reason.pattern}`,
        change: 'Change the excluded files of Obsidian, or :hidden in logseq/config.edn.',
      };
    case 'unreadable-settings':
      return {
        reason:
          `a setting of the vault cannot be read ${reason.setting && `(${reason.setting})`}`.trim(),
        change: 'Correct the file that the diagnostics name.',
      };
    case 'opt-in':
      return reason.because === ''
        ? {
            reason: 'the vault publishes only notes that say so',
            change:
              'Write publish: true (Obsidian) or public:: true (Logseq) into the note, or publish: all into garden.yaml.',
          }
        : {
            reason: `${reason.because} asks to be published, so the others of its vault must, too`,
            change: 'Write publish: true into each note, or publish: all into garden.yaml.',
          };
    case 'no-vault':
      return { reason: 'no vault holds the note', change: 'Move it into a vault.' };
  }
}

/** A pattern as it is written in `ignore` to take it back: without the folder of its vault. */
function bare(pattern: string): string {
  return /([^/]+\/?)$/.exec(pattern)?.[1] ?? pattern;
}
