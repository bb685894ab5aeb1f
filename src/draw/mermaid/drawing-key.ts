/** Keys of kept drawings and ids of their SVG. */
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { codeVersion } from '../../system/code-version.ts';
import { regularFontPaths } from './layout/font-files.ts';

/**
 * Key under which a drawing may be kept: it changes with the source and with all that draws:
 * the code, the packages, and the font that measures.
 */
export function drawingKey(source: string): string {
  const fonts = regularFontPaths.map((path) => pathToFileURL(path).href);
  const version = codeVersion(import.meta.resolve('./worker.ts'), ...fonts);
  return createHash('sha256').update(version).update('\0').update(source).digest('hex');
}

/** Id of a drawing's SVG. It depends on the source alone, so that an upgrade changes no anchors. */
export function drawingId(source: string): string {
  return `diagram-${createHash('sha256').update(source).digest('hex').slice(0, 10)}`;
}
