/** Cloze cards: the same text, with one of its clozes hidden or marked and the others as plain text. */
import type { Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { CardSyntax } from '../../../card-syntax.ts';
import { hidden, replaced, shown } from '../../cards/clozes.ts';

type Clozes = CardSyntax['clozes'];

/** The text with `{{…}}` as clozes, where such texts are. */
export function withBraces(text: Root, { braces }: Clozes): Root {
  if (!braces) return text;
  const children = replaced(text.children, (node) => {
    if (node.type !== 'text') return null;
    return node.value.split(/\{\{(.+?)\}\}/u).flatMap((value, index): PhrasingContent[] => {
      if (value === '') return [];
      const part = { type: 'text', value } as const;
      return index % 2 === 0 ? [part] : [{ type: 'cloze', cue: '', children: [part] }];
    });
  });
  return { type: 'root', children };
}

/** How many clozes a text has. */
export function clozesIn({ children }: Root, clozes: Clozes): number {
  let count = 0;
  replaced(children, (node) => {
    if (!isCloze(node, clozes)) return null;
    count += 1;
    return [];
  });
  return count;
}

/** The text with the chosen cloze hidden or marked. */
export function withCloze(
  { children }: Root,
  clozes: Clozes,
  { chosen, isHidden }: { readonly chosen: number; readonly isHidden: boolean },
): Root {
  let index = -1;
  const marked = replaced(children, (node) => {
    if (!isCloze(node, clozes)) return null;
    index += 1;
    if (index !== chosen) return node.children;
    return [
      isHidden ? hidden('') : shown({ type: 'highlight', color: '', children: node.children }),
    ];
  });
  return { type: 'root', children: marked };
}

function isCloze(
  node: Nodes,
  { highlight, bold }: Clozes,
): node is Nodes & Parent & { children: PhrasingContent[] } {
  if (node.type === 'highlight') return highlight;
  return node.type === 'cloze' || (bold && node.type === 'strong');
}
