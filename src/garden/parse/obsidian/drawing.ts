/** Notes of the Excalidraw plugin: a drawing as data, which only the plugin can show. */
import type { Root, RootContent } from 'mdast';
import type { FrontMatter } from '../properties/front-matter.ts';
import type { Draft } from './draft.ts';
import { plainText } from './plain-text.ts';

/** Whether the note is a drawing: the plugin marks it in the properties. */
export function isDrawing(front: FrontMatter): boolean {
  return front.entries.some(({ key }) => key.toLowerCase() === 'excalidraw-plugin');
}

/**
 * Puts a notice in the place of the drawing's data and of the plugin's own warning; what the author
 * wrote above stays, and so do the words in the drawing. Diagnostic: `unsupported-syntax`.
 */
export function hideDrawing(body: Root, draft: Draft): void {
  const message = 'This note is a drawing, which only Obsidian with Excalidraw can show.';
  draft.report(
    'unsupported-syntax',
    { line: 1, column: 1 },
    message,
    'Export it as a picture and embed that.',
  );
  const data = body.children.findIndex(isData);
  const kept = data < 0 ? body.children : body.children.slice(0, data);
  const words = data < 0 ? [] : wordsOf(body.children.slice(data));
  body.children = [
    { type: 'notice', kind: 'excalidraw', message, source: '' },
    ...kept.filter((node) => !isWarning(node)),
    ...words,
  ];
}

const dataHeading = /^(?:Excalidraw Data|Text Elements|Drawing)$/u;

function isData(node: RootContent): boolean {
  if (node.type === 'code') return /^(?:compressed-json|json)$/u.test(node.lang ?? '');
  return node.type === 'heading' && dataHeading.test(plainText(node.children));
}

/** `==⚠ Switch to EXCALIDRAW VIEW …==` and what belongs to it. */
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
