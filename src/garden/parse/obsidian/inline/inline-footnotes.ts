/** `^[text]`: a footnote that is written where it is referred to. */
import type { PhrasingContent } from 'mdast';
import { cutAt, findClose, findInText, withoutFirst } from './cut-inline.ts';

const opening = /\^\[/gu;

/** Replaces each `^[…]` in inline content. `define` gets its content and returns the reference. */
export function takeFootnotes(
  nodes: readonly PhrasingContent[],
  define: (children: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  let rest: readonly PhrasingContent[] = nodes;
  for (let found = findInText(rest, opening); found; found = findInText(rest, opening)) {
    const following = cutAt(rest, found.end)[1];
    const close = findClose(following, '[', ']');
    if (!close) break;
    const [children, after] = cutAt(following, close);
    kept.push(...cutAt(rest, found.start)[0], define(children));
    rest = withoutFirst(after);
  }
  return [...kept, ...rest];
}
