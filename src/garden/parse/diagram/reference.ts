import type { Anchor } from '../../note.ts';
import { readAnchor } from '../read-anchor.ts';

/** The parts of a reference in a diagram. */
export interface Reference {
  readonly name: string;
  readonly anchor: Anchor | null;
  readonly label: string;
  /** The text that the drawing shows. */
  readonly shown: string;
}

/** Reads the text between `[[` and `]]`: name, `#heading` or `#^block`, and `|label`. */
export function readReference(text: string): Reference {
  const bar = text.search(/\\?\|/u);
  const target = bar < 0 ? text : text.slice(0, bar);
  const label = bar < 0 ? '' : text.slice(text.indexOf('|') + 1).trim();
  const [first = '', ...rest] = target.split('#');
  const name = first.trim();
  const anchor = readAnchor(rest);
  return {
    name,
    anchor,
    label,
    shown: label || [name, ...anchorText(anchor)].join(' › ').replace(/^ › /u, ''),
  };
}

function anchorText(anchor: Anchor | null): readonly string[] {
  return anchor?.kind === 'heading' ? anchor.path : [];
}
