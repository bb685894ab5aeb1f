/** The table of what is published and what is not, with each reason and the line that changes it. Pure. */
import { compareText } from '../garden/diagnostic.ts';
import { ownValue } from '../garden/own-value.ts';
import type { Access, PublishingDecision, UnpublishedReason } from '../garden/publishing.ts';

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

/** How many published notes are in no list, by who can reach them. */
export function accessCounts(decisions: Decisions): Record<Access['kind'], number> {
  const counts = { unlisted: 0, password: 0 };
  for (const decision of decisions.values()) {
    if (decision.published && decision.access) counts[decision.access.kind]++;
  }
  return counts;
}

/** The table, a line for each reason with its change below; '' where every note is published and listed. */
export function publishingTable(decisions: Decisions): string {
  const reasons = unpublishedReasons(decisions);
  const { unlisted, password } = accessCounts(decisions);
  if (reasons.length + unlisted + password === 0) return '';
  const hidden = reasons.reduce((sum, { count }) => sum + count, 0);
  const width = String(decisions.size).length;
  const row = (count: number, text: string) => `  ${String(count).padStart(width)}  ${text}`;
  return [
    row(decisions.size - hidden, 'published'),
    ...(unlisted === 0
      ? []
      : [row(unlisted, 'of them unlisted: in no list, for who has the address')]),
    ...(password === 0 ? [] : [row(password, 'of them encrypted: for who has the password')]),
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
      return explainIgnored(reason);
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
      return explainOptIn(reason);
    case 'no-vault':
      return { reason: 'no vault holds the note', change: 'Move it into a vault.' };
  }
}

/** What folders that are left out of themselves hold; all others hold templates. */
const defaultFolders = { 'private/': 'private notes', '_drafts/': 'drafts' };

function explainIgnored({
  pattern,
  isDefault,
}: Extract<PlaceReason, { kind: 'ignored' }>): Explained {
  if (isDefault !== true) {
    return {
      reason: `ignored by the pattern ${pattern}`,
      change: `Take ${pattern} out of ignore in garden.yaml.`,
    };
  }
  const what = ownValue(defaultFolders, bare(pattern)) ?? 'templates';
  return {
    reason: `in a folder of ${what} (${pattern.replace(/^\//, '')})`,
    change: `Write ignore: ['!${bare(pattern)}'] into garden.yaml to publish what is in it.`,
  };
}

function explainOptIn({
  because,
  settingsOf,
}: Extract<PlaceReason, { kind: 'opt-in' }>): Explained {
  if (because !== '') {
    return {
      reason: `${because} asks to be published, so the others of its vault must, too`,
      change: 'Write publish: true into each note, or publish: all into garden.yaml.',
    };
  }
  if (settingsOf === 'obsidian') {
    return {
      reason: 'the vault has settings of Obsidian Publish, so each note must ask to be published',
      change: 'Write publish: true into each note, or publish: all into garden.yaml.',
    };
  }
  return {
    reason: 'the Logseq graph publishes only pages that ask for it',
    change:
      'Write public:: true into each page, :publishing/all-pages-public? true into logseq/config.edn, or publish: all into garden.yaml.',
  };
}

/** A pattern as it is written in `ignore` to take it back: without the folder of its vault. */
function bare(pattern: string): string {
  return /([^/]+\/?)$/.exec(pattern)?.[1] ?? pattern;
}
