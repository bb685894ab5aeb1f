/** What a page's main thread does for each picture, read from the browser's own trace. */
import type { CDPSession, Page } from 'playwright-core';

export interface FrameTimes {
  readonly frames: number;
  /** Milliseconds of main-thread work a frame. */
  readonly median: number;
  readonly p95: number;
  /** Frames a second, as this machine shows them. */
  readonly rate: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** What the thread itself worked: on a busy machine far less than the clock says. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Runs `act` on the page and gives what each frame meanwhile cost its main thread. */
export async function frameTimes(page: Page, act: () => Promise<void>): Promise<FrameTimes> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await act();
  await ended(session);
  await session.detach();
  return timesOf(events);
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
}

function timesOf(events: readonly TraceEvent[]): FrameTimes {
  const drawn = events.filter(({ name }) => name === 'FireAnimationFrame');
  const starts = drawn.map(({ ts }) => ts).sort((a, b) => a - b);
  const [first] = drawn;
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      name === 'RunTask' && ph === 'X' && pid === first?.pid && tid === first.tid,
  );
  const works = starts.slice(1).map((end, index) => {
    const start = starts[index] ?? 0;
    return tasks.reduce((sum, { ts, dur = 0, tdur = dur }) => {
      // A task belongs to the frame that it ends in: the one that draws ends after its own mark.
      const last = ts + dur;
      return last > start && last <= end ? sum + tdur / 1000 : sum;
    }, 0);
  });
  const sorted = works.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const seconds = ((starts.at(-1) ?? 0) - (starts[0] ?? 0)) / 1e6;
  const rate = seconds === 0 ? 0 : (starts.length - 1) / seconds;
  return { frames: starts.length, median: at(0.5), p95: at(0.95), rate };
}
