/** About how wide a formula is, to know which ones a phone has no room for. */

/** Mean advance of a letter or sign in KaTeX's fonts, in ems. */
const meanAdvance = 0.55;
/** Width of a line on a phone of 390 pixels, in ems of its text, less what the estimate is wrong by. */
const phoneWidth = 17;

/**
 * Whether formula HTML may be wider than the line of a phone. A formula in a line breaks between its
 * parts (`katex-base`), one on a line of its own does not.
 */
export function isWideFormula(html: string, isDisplay: boolean): boolean {
  const shown = html.replace(/<math .*?<\/math>/gs, '');
  const [, ...bases] = shown.split('class="katex-base"');
  const widths = bases.length > 0 ? bases.map(widthOf) : [svgWidth(shown)];
  const width = isDisplay ? widths.reduce((sum, each) => sum + each, 0) : Math.max(...widths);
  return width > phoneWidth;
}

function widthOf(base: string): number {
  const letters = [...base.replace(/^[^>]*>|<[^>]*>|&\w+;|\u200b/g, '')].length;
  const spaces = [...base.matchAll(/margin-(?:left|right):(-?[\d.]+)em/g)];
  return letters * meanAdvance + spaces.reduce((sum, [, space]) => sum + Number(space), 0);
}

function svgWidth(shown: string): number {
  return Number(/<svg[^>]*width:([\d.]+)em/.exec(shown)?.[1] ?? 0);
}
