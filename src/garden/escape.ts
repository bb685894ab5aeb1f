/** Text as HTML, as XML, and in a regular expression. */
import { ownValue } from './own-value.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for element content and for double-quoted attributes, in HTML and in SVG. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ownValue(entities, character) ?? character);
}

/** The same for XML 1.0, without the control characters that XML does not allow. */
export function escapeXml(text: string): string {
  return escapeHtml(text).replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}

/**
 * The source of a regular expression that matches the text itself, with any flags. `RegExp.escape` is
 * not in Node 22, nor in browsers of some years ago.
 */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
