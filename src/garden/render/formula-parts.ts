/** The parts of KaTeX's stylesheet and fonts that formulas use; the site serves no more than those. */
import type { FormulaParts } from '../page.ts';

/** A tag, with its classes, and the text after it. */
const span = /<[^>]*?(?: class="([^"]*)")?(?: [^>]*)?>([^<]*)/g;

/**
 * The parts that these formulas use. `formulas` are KaTeX's output: HTML beside MathML, of which the
 * latter needs neither classes nor fonts. Null where there is no formula.
 */
export function formulaParts(formulas: readonly string[]): FormulaParts | null {
  if (formulas.length === 0) return null;
  const html = formulas.join('');
  const names = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
  const classes = new Set(names.filter((name) => name !== ''));
  const characters = new Set<string>();
  const variables = new Set<string>();
  for (const [, list = '', text = ''] of html.replace(/<math .*?<\/math>/gs, '').matchAll(span)) {
    // An element of this class has nothing but text.
    const kind = list.split(' ').includes('mathnormal') ? variables : characters;
    for (const character of unescaped(text)) kind.add(character);
  }
  return { classes: sorted(classes), characters: textOf(characters), variables: textOf(variables) };
}

function textOf(characters: ReadonlySet<string>): string {
  return sorted(characters).join('');
}

function sorted(values: ReadonlySet<string>): string[] {
  return [...values].sort();
}

const escaped = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" } as const;

/** Decodes the five entities that KaTeX writes. */
function unescaped(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: keyof typeof escaped) => escaped[name]);
}
