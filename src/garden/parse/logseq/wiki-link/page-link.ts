/** `[[name]]` in a Logseq page, also `[[name|label]]` as Obsidian writes it. */
import type { PhrasingContent } from 'mdast';
import type { MarkContext } from '../inline/mark-context.ts';
import { scanInline } from '../inline/scan-inline.ts';

/**
 * Nodes of `[[name]]`. References inside the name become links of their own, beside the outer one.
 * `[[card]]` only makes the block a flashcard. Diagnostics: `foreign-syntax` for `[[name|label]]`,
 * `unsupported-syntax` for a drawing.
 */
export function pageLinkNodes(
  name: string,
  start: number,
  source: string,
  context: MarkContext,
): PhrasingContent[] {
  if (name.toLowerCase() === 'card') return [];
  if (/^draws\/.+\.excalidraw$/i.test(name)) return [drawingNotice(start, source, context)];
  const alias = obsidianAlias(name);
  const target = alias?.name ?? name;
  if (alias) {
    context.draft.report(
      'foreign-syntax',
      context.positionOf(start),
      `In Logseq “${name}” is the whole name of a page; here it is a link to “${alias.name}” with a label.`,
      `Write [${alias.label}]([[${alias.name}]]).`,
    );
  }
  const facts = { kind: 'link', by: 'name', anchor: null, source } as const;
  const link = context.draft.addLink(
    {
      ...{ ...facts, ...context.positionOf(start), label: alias?.label ?? '' },
      name: context.draft.pageName(target),
    },
    !(context.draft.inProperty && context.inside.length > 0),
  );
  const shown = alias?.label ?? name;
  return nestedParts(shown, start + 2, context).map((part) =>
    typeof part === 'string'
      ? { type: 'noteLink', link, children: [{ type: 'text', value: part }] }
      : part,
  );
}

function drawingNotice(start: number, source: string, context: MarkContext): PhrasingContent {
  const message = 'Only Logseq can show this drawing.';
  context.draft.report('unsupported-syntax', context.positionOf(start), message);
  return { type: 'notice', kind: 'drawing', message, source };
}

/** `[[a|b]]` without blanks around the bar is a link with a label in Obsidian. */
function obsidianAlias(name: string): { name: string; label: string } | null {
  const match = /^([^|\s](?:[^|]*[^|\s])?)\|([^|\s](?:[^|]*[^|\s])?)$/.exec(name);
  return match ? { name: match[1] ?? '', label: match[2] ?? '' } : null;
}

function nestedParts(
  name: string,
  start: number,
  context: MarkContext,
): (string | PhrasingContent)[] {
  if (!name.includes('[[')) return [name];
  const parts: (string | PhrasingContent)[] = [];
  let from = 0;
  for (const mark of scanInline(name)) {
    if (mark.kind !== 'page') continue;
    if (mark.start > from) parts.push(name.slice(from, mark.start));
    parts.push(
      ...pageLinkNodes(mark.name, start + mark.start, name.slice(mark.start, mark.end), context),
    );
    from = mark.end;
  }
  if (from < name.length) parts.push(name.slice(from));
  return parts;
}
