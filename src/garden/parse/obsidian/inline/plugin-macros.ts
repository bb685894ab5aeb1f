/** `{{name …}}` in an Obsidian note: shown by the plugin that has a macro of this name, else text. */
import type { PhrasingContent, Text } from 'mdast';
import { pluginNode } from '../../draft/plugin-nodes.ts';
import { splitText } from '../../markdown/text.ts';
import { type ObsidianDraft, positionOf, sourceOf } from '../obsidian-draft.ts';

const opening = /\{\{\s*([\w-]+)/u;
const whole = /\{\{\s*([\w-]+)((?:(?!\{\{|\}\})[\s\S])*)\}\}/gu;

/** The nodes of a line with its macros in place of their source. */
export function readMacros(
  nodes: readonly PhrasingContent[],
  draft: ObsidianDraft,
): PhrasingContent[] {
  return joined(nodes, draft).flatMap((node) =>
    node.type === 'text' && node.value.includes('{{')
      ? splitText(node, whole, (match) => macroNode(match, node, draft))
      : [node],
  );
}

function macroNode(
  [source, name = '', text = '']: RegExpExecArray,
  node: Text,
  draft: ObsidianDraft,
): PhrasingContent | null {
  const macro = { name: name.toLowerCase(), text: text.trim() };
  if (!draft.extensions.hasMacro(macro.name)) return null;
  return pluginNode(
    draft.extensions.macro(macro, draft.extendedNote),
    source,
    positionOf(node),
    draft,
  );
}

/** What a macro's braces hold, as one text: a link in them is a part of the macro's own text. */
function joined(nodes: readonly PhrasingContent[], draft: ObsidianDraft): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const end = endOfMacro(nodes, index, draft);
    const run = nodes.slice(index, end + 1);
    const [first] = run;
    if (first) result.push(run.length > 1 ? oneText(run, draft) : first);
    index = end + 1;
  }
  return result;
}

/** Index of the node in which the last macro that opens in a node ends; the node's own where none is open. */
function endOfMacro(
  nodes: readonly PhrasingContent[],
  index: number,
  { extensions }: ObsidianDraft,
): number {
  const node = nodes[index];
  if (node?.type !== 'text') return index;
  const open = node.value.slice(node.value.lastIndexOf('{{'));
  const name = opening.exec(open)?.[1]?.toLowerCase() ?? '';
  if (open.includes('}}') || !extensions.hasMacro(name)) return index;
  const end = nodes.findIndex(
    (other, at) => at > index && other.type === 'text' && other.value.includes('}}'),
  );
  return end < 0 ? index : end;
}

function oneText(run: readonly PhrasingContent[], draft: ObsidianDraft): Text {
  const value = run
    .map((node) => (node.type === 'text' ? node.value : sourceOf(node, draft.source)))
    .join('');
  const [start, end] = [run[0]?.position?.start, run.at(-1)?.position?.end];
  return { type: 'text', value, ...(start && end && { position: { start, end } }) };
}
