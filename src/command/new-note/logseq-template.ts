/** Templates of Logseq: the blocks below one that has the property `template:: NAME`. Pure. */
import { journalTitle } from '../../garden/journal-dates.ts';
import { ownValue } from '../../garden/own-value.ts';
import type { LocalTime } from './moment-format.ts';

export interface TemplateFacts {
  readonly now: LocalTime;
  /** Format of the graph's journal titles. */
  readonly format: string;
  /** Title of the new page. */
  readonly title: string;
}

/**
 * The blocks of a template in the text of a page, moved to the page's edge; null where the page does not have
 * it. `template-including-parent:: false` leaves the block with the name out.
 */
export function templateBlocks(source: string, name: string): string | null {
  const lines = source.split('\n');
  const at = lines.findIndex(
    (line) => propertyOf(line, 'template')?.toLowerCase() === name.toLowerCase(),
  );
  if (at < 0) return null;
  let start = at;
  while (start > 0 && !isBullet(lines[start])) start -= 1;
  const depth = indentOf(lines[start] ?? '');
  let end = at + 1;
  while (end < lines.length && !(isBullet(lines[end]) && indentOf(lines[end] ?? '') <= depth))
    end += 1;
  const block = lines.slice(start, end);
  const withParent = !block.some(
    (line) => propertyOf(line, 'template-including-parent') === 'false',
  );
  const own = block.filter((line) => !/^\s*(?:- )?template(?:-including-parent)?::/.test(line));
  const first = own.findIndex((line, index) => index > 0 && isBullet(line));
  const kept = withParent ? own : first < 0 ? [] : own.slice(first);
  const shift = indentOf(kept[0] ?? '');
  return kept
    .map((line) => line.slice(Math.min(shift, indentOf(line))))
    .join('\n')
    .trimEnd();
}

/** The text with what Logseq writes in place of `<% today %>` and the like. */
export function filledTemplate(text: string, { now, format, title }: TemplateFacts): string {
  const page = (offset: number) => `[[${journalTitle(dayAfter(now.day, offset), format)}]]`;
  const values: Readonly<Record<string, string>> = {
    today: page(0),
    yesterday: page(-1),
    tomorrow: page(1),
    time: now.time.slice(0, 5),
    'current page': `[[${title}]]`,
  };
  return text.replace(/<%\s*([^%]+?)\s*%>/g, (written, variable: string) => {
    const name = variable.toLowerCase();
    return ownValue(values, name) ?? written;
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function isBullet(line: string | undefined): boolean {
  return line !== undefined && /^\s*-(?:\s|$)/.test(line);
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

function propertyOf(line: string, key: string): string | undefined {
  const found = /^\s*(?:- )?([\w-]+)::\s*(.*?)\s*$/.exec(line);
  return found?.[1]?.toLowerCase() === key ? found[2] : undefined;
}
