import { escapePattern } from '../../escape.ts';

/** The text of a flowchart node: its label in brackets, else its id. */
export function nodeText(source: string, node: string): string {
  const opening = `(?<![\\p{L}\\p{N}_-])${escapePattern(node)}[ \\t]*(?:\\(\\[|\\[\\[|\\[\\(|\\({1,3}|\\{\\{?|\\[[/\\\\]?|>)`;
  const label = new RegExp(`${opening}[ \\t]*(?:"([^"]*)"|([^"\\])}\\n]+))`, 'u').exec(source);
  const text = (label?.[1] ?? label?.[2] ?? node).replace(/<[^>]*>/gu, ' ');
  return text.replace(/\s+/gu, ' ').trim() || node;
}
