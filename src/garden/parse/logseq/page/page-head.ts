/** The head of a Logseq page: YAML or `key:: value` lines, and its publishing switches. */
import type { Property, SourceFile, Visibility } from '../../../note.ts';
import { accessOf, unclearAccess } from '../../properties/access.ts';
import { readFrontMatter } from '../../properties/front-matter.ts';
import {
  combineSwitches,
  readSwitch,
  type SwitchReading,
  visibilityOf,
} from '../../properties/switch.ts';
import { mayHoldSwitch } from '../../properties/switch-words.ts';
import { readSegments, type Segment } from '../lines/segments.ts';
import type { SourceLine } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import { readProperties } from '../outline/block-head.ts';
import { readYamlProperty } from '../properties/properties.ts';

interface PageFront {
  readonly properties: readonly Property[];
  /** Whether the front matter cannot be read and might have hidden the page. */
  readonly sealed: boolean;
  /** Lines after the front matter. */
  readonly lines: readonly SourceLine[];
}

/** Separates YAML front matter from a file. Logseq itself does not read it as YAML. */
export function readPageFront(file: SourceFile, draft: LogseqDraft): PageFront {
  const front = readFrontMatter(file.path, file.source);
  draft.diagnostics.push(...front.diagnostics);
  const lines = file.source
    .split('\n')
    .map((text, index) => ({ text, line: index + 1, column: 1 }));
  if (front.state === 'absent') return { properties: [], sealed: false, lines };
  const skipped = file.source.slice(0, front.end).split('\n').length - 1;
  const sealed = front.state === 'invalid' && mayHoldSwitch(front.source);
  const properties = front.entries.map((entry) => readYamlProperty(entry, draft));
  return { properties, sealed, lines: lines.slice(skipped) };
}

interface Preamble {
  readonly properties: readonly Property[];
  /** Prose before the first block. */
  readonly segments: readonly Segment[];
}

/** Reads the lines before the first block: page properties, perhaps prose. */
export function readPreamble(lines: readonly SourceLine[], draft: LogseqDraft): Preamble {
  const segments = readSegments(lines, 'top');
  const properties = readProperties(segments, draft);
  return { properties, segments: segments.filter(({ kind }) => kind !== 'property') };
}

/**
 * The page's own switch. Only `public:: true` publishes, as in Logseq; any other value that is not a
 * clear 'false' or empty hides the page. Diagnostic: `invalid-property`.
 */
export function readPageSwitches(
  properties: readonly Property[],
  draft: LogseqDraft,
): SwitchReading {
  const readings = properties.map((property) => ({
    visibility: accessState(property, draft) ?? switchState(property, draft),
    switchKey: property.key,
  }));
  return combineSwitches(readings);
}

/** The visibility of `unlisted::` and `password::`, which say who can reach the page; else null. */
function accessState(property: Property, draft: LogseqDraft): Visibility | null {
  const access = accessOf(property);
  if (access === null) return null;
  if (access !== 'unclear') return 'unset';
  const { message, hint } = unclearAccess(property.key);
  draft.report('invalid-property', property, message, hint);
  return 'unclear';
}

function switchState(property: Property, draft: LogseqDraft): Visibility {
  const { key, value } = property;
  if (readSwitch(value) === 'absent') return 'unset';
  const state = visibilityOf(key, value);
  if (key === 'public' && typeof value !== 'boolean') {
    const message = `“${key}:: ${String(value)}” is neither true nor false; the page is not published.`;
    draft.report(
      'invalid-property',
      property,
      message,
      'Write `public:: true` or `public:: false`.',
    );
    return 'unclear';
  }
  return state === 'public' && key !== 'public' ? 'unset' : state;
}
