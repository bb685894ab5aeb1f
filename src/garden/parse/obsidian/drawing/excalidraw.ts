/** Notes of the Excalidraw plugin: drawings as data, which only the plugin can show. */
import type { Paragraph, Root, RootContent } from 'mdast';
import { plainText } from '../../context/plain-text.ts';
import type { FrontMatter } from '../../properties/front-matter.ts';
import type { ObsidianDraft } from '../obsidian-draft.ts';

/** Whether the note is a drawing: the plugin marks it in the properties. */
export function isDrawing(front: FrontMatter): boolean {
  return front.entries.some(({ key }) => key.toLowerCase() === 'excalidraw-plugin');
}

/** The exported picture of a drawing, or null: SVG before PNG, light before dark. */
export function previewOf(path: string, previews: readonly string[]): string | null {
  const stem = path.replace(/\.md$/iu, '');
  const endings = ['.svg', '.light.svg', '.png', '.light.png', '.dark.svg', '.dark.png'];
  return (
    endings.map((ending) => `${stem}${ending}`).find((each) => previews.includes(each)) ?? null
  );
}

export interface ShownDrawing {
  /** Path in the vault of the picture that the plugin exported. */
  readonly preview: string | null;
  /** The drawing as SVG, where there is no such picture. */
  readonly drawing: string | null;
}

/**
 * Replaces the drawing's data and the plugin's own warning by the exported picture, or else by the
 * drawing itself, or by a notice and the words in it. Text that the author wrote above is kept.
 * Diagnostic: `unsupported-syntax` for a notice.
 */
export function showDrawing(
  body: Root,
  draft: ObsidianDraft,
  { preview, drawing }: ShownDrawing,
): void {
  const data = body.children.findIndex(isData);
  const kept = data < 0 ? body.children : body.children.slice(0, data);
  const own = kept.filter((node) => !isWarning(node));
  if (preview !== null) {
    const picture: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'wikiLink', value: preview, embed: true }],
    };
    body.children = [picture, ...own];
    return;
  }
  if (drawing !== null) {
    body.children = [{ type: 'html', value: drawing }, ...own];
    return;
  }
  const message = 'This note is a drawing, which only Obsidian with Excalidraw can show.';
  draft.report(
    'unsupported-syntax',
    { line: 1, column: 1 },
    message,
    'Export it as a picture and embed that.',
  );
  const words = data < 0 ? [] : wordsOf(body.children.slice(data));
  body.children = [{ type: 'notice', kind: 'excalidraw', message, source: '' }, ...own, ...words];
}

const dataHeading = /^(?:Excalidraw Data|Text Elements|Drawing)$/u;

function isData(node: RootContent): boolean {
  if (node.type === 'code') return /^(?:compressed-json|json)$/u.test(node.lang ?? '');
  return node.type === 'heading' && dataHeading.test(plainText(node.children));
}

/** `==⚠ Switch to EXCALIDRAW VIEW …==` and the line that follows it. */
function isWarning(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    /Switch to EXCALIDRAW VIEW|MORE OPTIONS/u.test(plainText(node.children))
  );
}

/** The paragraphs below “Text Elements”, up to the next heading. */
function wordsOf(nodes: readonly RootContent[]): RootContent[] {
  const start = nodes.findIndex(
    (node) => node.type === 'heading' && /^Text Elements$/u.test(plainText(node.children)),
  );
  if (start < 0) return [];
  const rest = nodes.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading');
  return (end < 0 ? rest : rest.slice(0, end)).filter((node) => node.type === 'paragraph');
}
