/** Marks what changed since the reader's last visit. What was there is kept in the browser and never sent. */
import { ownValue } from '../garden/own-value.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

const storageKey = 'recent-visit';
/** Pages that are opened closer together than this are one visit. */
const visitMs = 30 * 60 * 1000;

/** Days of the last change by address. */
type Days = Readonly<Record<string, string>>;

interface Visits {
  /** What the reader saw in the visit before. */
  readonly before: Days;
  /** What the reader saw last. */
  readonly seen: Days;
  readonly at: number;
}

/**
 * Marks the notes below `main` that are new, or have another day, since the last visit, and says how many
 * in `summary`. `now` are milliseconds since 1970. The first visit marks nothing.
 */
export async function markSinceVisit(
  main: ParentNode,
  summary: HTMLElement,
  now: number,
): Promise<void> {
  const items = [...main.querySelectorAll<HTMLElement>('.note-list li')];
  const days = Object.fromEntries(items.map(dayOf).filter(([address]) => address !== ''));
  const visits = readVisits();
  const isSame = visits !== null && now - visits.at < visitMs;
  const before = isSame ? visits.before : (visits?.seen ?? days);
  write({ before, seen: days, at: now });
  const changed = items.filter((item) => {
    const [address, day] = dayOf(item);
    return ownValue(before, address) !== day;
  });
  if (changed.length === 0) return;
  const { pageText } = await import('../garden/interface-texts/page-texts.ts');
  const text = pageText(shownLanguage());
  const count = String(changed.length);
  summary.dataset['text'] = 'sinceVisit';
  summary.dataset['textValue'] = count;
  summary.textContent = text('sinceVisit', count);
  summary.hidden = false;
  for (const item of changed) {
    const mark = element('span', { className: 'new-mark', textContent: text('newMark') });
    mark.dataset['text'] = 'newMark';
    item.querySelector('a')?.after(mark);
  }
}

function dayOf(item: HTMLElement): readonly [address: string, day: string] {
  const address = item.querySelector('a')?.pathname ?? '';
  // The heading above the notes of a day has the day.
  const time = item.closest('section')?.querySelector('h2 time');
  return [address, time?.getAttribute('datetime') ?? ''];
}

function readVisits(): Visits | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    const isWhole = typeof kept === 'object' && kept !== null && 'seen' in kept && 'at' in kept;
    return isWhole ? (kept as Visits) : null;
  } catch {
    return null;
  }
}

function write(visits: Visits): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(visits));
  } catch {
    // Storage may be blocked, as in private windows.
  }
}
