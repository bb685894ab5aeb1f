/** The facts of a block besides its text: heading size, task, dates, properties. */
import type { Property, Task, Vault } from '../../../note.ts';
import { isUuid } from '../inline/uuid.ts';
import { readSegments, type Segment } from '../lines/segments.ts';
import { cutLine, type SourceLine } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { propertyText, propertyValue, readProperty } from '../properties/properties.ts';
import type { RawBlock } from './outline.ts';
import { isDone, readCheckBox, readPriority, readTask } from './tasks.ts';

export interface BlockHead {
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  readonly task: Task | null;
  /** Its uuid in lower case, or ''. */
  readonly id: string;
  readonly collapsed: boolean;
  readonly numbered: boolean;
  readonly background: string;
  readonly properties: readonly Property[];
  /** The content without properties and planning lines. */
  readonly segments: readonly Segment[];
}

/** Reads the head of a block and adds its property references to the draft. */
export function readBlockHead(raw: RawBlock, draft: LogseqDraft): BlockHead {
  const { lines, id: exportedId } = cutExportedId(raw.lines);
  const opening = readOpening(lines, draft.vault);
  const segments = readSegments(opening.lines, 'bullet');
  const properties = readProperties(segments, draft);
  const id = propertyText(properties, 'id').toLowerCase();
  const heading = headingSize(opening.depth, properties, raw.level);
  const shown = segments.filter(({ kind }) => kind !== 'property' && kind !== 'planning');
  return {
    heading,
    task: taskOf(opening, segments),
    id: isUuid(id) ? id : exportedId,
    collapsed: propertyValue(properties, 'collapsed') === true,
    numbered: propertyValue(properties, 'logseq.order-list-type') === 'number',
    background: backgroundOf(propertyText(properties, 'background-color', 'hl-color')),
    properties,
    segments: heading === null ? shown : withTitleApart(shown),
  };
}

/** Only the first line of a heading block is the heading. */
function withTitleApart([first, ...rest]: readonly Segment[]): Segment[] {
  if (!first) return [];
  if (first.kind !== 'paragraph' || first.lines.length < 2) return [first, ...rest];
  const title = { ...first, lines: first.lines.slice(0, 1) };
  return [title, { ...first, lines: first.lines.slice(1) }, ...rest];
}

/** The properties among segments, in order. */
export function readProperties(segments: readonly Segment[], draft: LogseqDraft): Property[] {
  return segments.flatMap((segment) =>
    segment.kind === 'property' ? [readProperty(segment.property, segment.line, draft)] : [],
  );
}

interface Opening {
  /** Number of '#' signs, or 0. */
  readonly depth: number;
  readonly marker: string;
  readonly priority: Task['priority'];
  readonly lines: readonly SourceLine[];
}

/** ` ^id` at the end of a line is the block's id in exports of the database version. */
function cutExportedId(lines: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly id: string;
} {
  for (const [index, line] of lines.entries()) {
    const [mark, id = ''] = / \^(\S{36})\s*$/.exec(line.text) ?? [];
    if (mark === undefined || !isUuid(id)) continue;
    const text = line.text.slice(0, -mark.length);
    return { lines: lines.with(index, { ...line, text }), id: id.toLowerCase() };
  }
  return { lines, id: '' };
}

/** Removes '#' signs, task marker and priority from the first line. */
function readOpening(lines: readonly SourceLine[], { fileNames }: Vault): Opening {
  const [first, ...rest] = lines;
  if (!first) return { depth: 0, marker: '', priority: null, lines };
  const signs = /^(#{1,6})(?:[\t ]+|$)/.exec(first.text);
  const title = cutLine(first, signs?.[0].length ?? 0);
  const task = readTask(title.text) ?? (fileNames === 'plain' ? readCheckBox(title.text) : null);
  const mark = task ?? readPriority(title.text);
  return {
    depth: signs?.[1]?.length ?? 0,
    marker: task?.marker ?? '',
    priority: mark?.priority ?? null,
    lines: [cutLine(title, mark?.length ?? 0), ...rest],
  };
}

function taskOf(opening: Opening, segments: readonly Segment[]): Task | null {
  const dates = segments.filter((segment) => segment.kind === 'planning');
  const { marker, priority } = opening;
  if (marker === '' && priority === null && dates.length === 0) return null;
  const scheduled = dates.map((date) => date.scheduled).find((date) => date !== '') ?? '';
  const deadline = dates.map((date) => date.deadline).find((date) => date !== '') ?? '';
  return { marker, done: isDone(marker), priority, scheduled, deadline };
}

function headingSize(
  depth: number,
  properties: readonly Property[],
  level: number,
): BlockHead['heading'] {
  const value = propertyValue(properties, 'heading');
  const size = value === true ? Math.min(level + 1, 6) : typeof value === 'number' ? value : depth;
  return size >= 1 && size <= 6 ? (size as 1 | 2 | 3 | 4 | 5 | 6) : null;
}

const colorNames = /^(?:yellow|red|pink|green|blue|purple|gray)$/;

/** A colour's name; for a hex colour the nearest name, so that text is legible in both themes. */
function backgroundOf(value: string): string {
  const name = value.trim().toLowerCase().replace('grey', 'gray');
  if (colorNames.test(name)) return name;
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(name);
  if (!hex) return '';
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return nearestColor(red, green, blue);
}

function nearestColor(red: number, green: number, blue: number): string {
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  if (spread < 24) return 'gray';
  const hue = hueOf(red, green, blue, high, spread);
  const bounds: [number, string][] = [
    [20, 'red'],
    [75, 'yellow'],
    [165, 'green'],
    [255, 'blue'],
    [295, 'purple'],
    [345, 'pink'],
  ];
  return bounds.find(([end]) => hue < end)?.[1] ?? 'red';
}

function hueOf(red: number, green: number, blue: number, high: number, spread: number): number {
  if (high === red) return (((green - blue) / spread) * 60 + 360) % 360;
  return high === green ? ((blue - red) / spread) * 60 + 120 : ((red - green) / spread) * 60 + 240;
}
