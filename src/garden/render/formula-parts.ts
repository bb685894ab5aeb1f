/** The parts of KaTeX's stylesheet and fonts that formulas use; the site serves no more than those. */
import type { FormulaParts } from '../page.ts';

/**
 * The parts that these formulas use. `formulas` are KaTeX's output: HTML beside MathML, of which the
 * latter needs neither classes nor fonts. Null where there is no formula.
 */
export function formulaParts(formulas: readonly string[]): FormulaParts | null {
  if (formulas.length === 0) return null;
  const classes = new Set<string>();
  const characters = new Set<string>();
  for (const formula of formulas) {
    for (const [, names = ''] of formula.matchAll(/ class="([^"]*)"/g)) {
      for (const name of names.split(' ')) if (name !== '') classes.add(name);
    }
    const seen = formula.replace(/<math .*?<\/math>/gs, '').replace(/<[^>]*>/g, '');
    for (const character of unescaped(seen)) characters.add(character);
  }
  return { classes: [...classes].sort(), characters: [...characters].sort().join('') };
}

const escaped = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" } as const;

/** Decodes the five entities that KaTeX writes. */
function unescaped(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: keyof typeof escaped) => escaped[name]);
}
