/** What plugins show, as nodes of a note, in both dialects. */
import type { Html, PhrasingContent, Root } from 'mdast';
import type { Notice, PluginPart } from '../../body.ts';
import type { Position } from '../../diagnostic.ts';
import type { PluginAnswer, PluginFault } from '../../extension.ts';
import { addHtmlLinks } from '../html/html-references.ts';
import { htmlText } from '../html/html-tags.ts';
import type { NoteDraft } from './note-draft.ts';

/**
 * The node of a plugin's answer, or a notice with the source where the plugin failed; null where there
 * is no answer. Diagnostic: `failed-plugin`.
 */
export function pluginNode(
  answer: PluginAnswer | PluginFault | null,
  source: string,
  position: Position,
  draft: NoteDraft,
): PluginPart | Notice | null {
  if (answer === null) return null;
  if ('fault' in answer) {
    reportFault(answer, position, draft);
    const message = `The plugin “${answer.plugin}” failed here.`;
    return { type: 'notice', kind: 'plugin', message, source };
  }
  addNames(source, position, draft);
  const { plugin, html, words, isTrusted } = answer;
  if (html !== null && isTrusted) {
    const text = words ?? htmlText(html);
    return { type: 'pluginPart', plugin, html, words: text, children: [] };
  }
  const shown: PhrasingContent =
    html === null ? { type: 'text', value: answer.text } : htmlNode(html, position, draft);
  return { type: 'pluginPart', plugin, html: null, words, children: [shown] };
}

/**
 * Adds the notes that are named in what a plugin got. They are no links of the note, but the names of
 * those that are not published must not be in what the plugin answers.
 */
function addNames(source: string, position: Position, draft: NoteDraft): void {
  for (const [written, name = ''] of source.matchAll(/\[\[([^[\]|#^]+)/gu)) {
    const facts = { kind: 'link', by: 'name', anchor: null, label: '', uncounted: true } as const;
    draft.addLink({ ...facts, name: name.trim(), source: `${written}]]`, ...position });
  }
}

/** HTML like that of an author: its references to notes and files are those of the note. */
function htmlNode(value: string, position: Position, draft: NoteDraft): Html {
  const links = addHtmlLinks(value, draft, () => position);
  return { type: 'html', value, ...(links.length > 0 && { data: { links } }) };
}

/** The tree as the plugins leave it. Diagnostic: `failed-plugin`. */
export function transformed(root: Root, draft: NoteDraft): Root {
  const { extensions } = draft;
  if (!extensions.transforms) return root;
  const { root: changed, faults } = extensions.transform(root, draft.extendedNote);
  for (const fault of faults) reportFault(fault, { line: 1, column: 1 }, draft);
  return changed;
}

/** Reports a failure once for each place: a Logseq note asks a plugin for each of its blocks. */
function reportFault({ plugin, fault }: PluginFault, position: Position, draft: NoteDraft): void {
  const message = `The plugin “${plugin}” failed: ${fault}`;
  const isKnown = draft.diagnostics.some(
    (known) => known.message === message && known.line === position.line,
  );
  if (!isKnown) draft.report('failed-plugin', position, message, 'Correct or remove the plugin.');
}
