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

/** The declarations of `style` that are safe, in order; undefined when none is. Never fails. */
export function safeStyle(style: unknown): string | undefined {
  const kept = String(style)
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
      return { name, text: declaration.slice(colon + 1).trim() };
    })
    .filter(({ name, text }) => properties.test(name) && isSafe(text));
  if (kept.length === 0) return undefined;
  return kept.map(({ name, text }) => `${name}:${text}`).join(';');
}

function isSafe(text: string): boolean {
  return text !== '' && value.test(text) && !loads.test(text);
}
