/** Filters authors' `style` attributes: appearance only, nothing that loads or covers content. */

const properties = new RegExp(
  '^(color|background|background-color|opacity|text-(align|decoration|indent|transform)|' +
    'font(-size|-style|-weight|-family|-variant)?|line-height|letter-spacing|vertical-align|' +
    '(max-|min-)?(width|height)|(margin|padding|border)(-[a-z-]+)?|float|clear|white-space|' +
    'list-style(-type)?|display|justify-content|align-items|gap|flex(-[a-z]+)?|columns?(-[a-z]+)?|' +
    'word-break|overflow-wrap|aspect-ratio|object-fit|zoom|fill(-[a-z]+)?|stroke(-[a-z]+)?|stop-color|stop-opacity|' +
    'text-anchor|dominant-baseline)$',
);
const value = /^[\w\s#%.,()'"+*/!-]*$/;
const loads = /url|expression|image|attr|env|element|var\s*\(|src\s*\(/i;

/** Widths that are no share of what the element stands in. */
const widths = /^(?:max-|min-)?width$/;
const length = /^\d*\.?\d+(?:px|em|rem|ch|ex|pt|pc|cm|mm|in|vw)$/i;

/** Of these a share of their width is none that browsers know: a table is as wide as its cells. */
const tableParts = new Set(['table', 'td', 'th', 'col', 'colgroup']);

/**
 * The declarations of an element's `style` that are safe, in order; undefined when none is. No width is more
 * than that of what the element stands in: it would widen the page on a phone. Never fails.
 */
export function safeStyle(style: unknown, tagName = ''): string | undefined {
  const kept = String(style)
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
      return { name, text: declaration.slice(colon + 1).trim() };
    })
    .filter(({ name, text }) => properties.test(name) && isSafe(text));
  if (kept.length === 0) return undefined;
  const isPart = tableParts.has(tagName);
  return kept
    .map(({ name, text }) => {
      const isCapped = !isPart && widths.test(name) && length.test(text);
      return `${name}:${isCapped ? `min(${text},100%)` : text}`;
    })
    .join(';');
}

function isSafe(text: string): boolean {
  return text !== '' && value.test(text) && !loads.test(text);
}
