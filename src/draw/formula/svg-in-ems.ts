/** MathJax's SVG for the places of KaTeX's output: sizes in ems, nothing that only MathJax reads. */

/** Height of an x in MathJax's font, in ems: its SVG has lengths in ex. */
const xHeight = 0.442;

/** The SVG with lengths in ems, without roles and names of MathML, and with MathJax's rules for lines. */
export function svgInEms(svg: string): string {
  return svg
    .replace(
      /<(?:line|rect data-frame="true")(?![^<>]*stroke-width)/g,
      '$& stroke-width="70" fill="none"',
    )
    .replace(/ class="mjx-dashed"/g, ' stroke-dasharray="140"')
    .replace(/ class="mjx-dotted"/g, ' stroke-linecap="round" stroke-dasharray="0,140"')
    .replace(/ (?:data-[\w-]+|role|focusable|semantics|id|class)="[^"]*"/g, '')
    .replace(/(-?[\d.]+)ex(?=["; ])/g, (_, length: string) => {
      return `${Number((Number(length) * xHeight).toFixed(4))}em`;
    })
    .replace(/<svg((?: [\w:-]+="[^"]*")*)>/g, (_, written: string) => withStyle(written))
    .replace(/<(path|rect|line|g)((?: [^<>]*)?)><\/\1>/g, '<$1$2/>');
}

/**
 * The head of an SVG with its size in its style: KaTeX's style sheet makes every SVG inside of a formula as
 * wide as its parent, and places it there.
 */
function withStyle(written: string): string {
  const find = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(written)?.[1];
  const [width, height] = (['width', 'height'] as const).map((name) => inUnits(find(name)));
  const own =
    find('style')
      ?.replace(/([:;])\s+/g, '$1')
      .replace(/;?\s*$/, ';') ?? '';
  const style = `${own}position:static;display:inline;overflow:visible;width:${width};height:${height}`;
  return `<svg${written.replace(/ (?:width|height|style)="[^"]*"/g, '')} style="${style}">`;
}

/** Numbers alone are units of the SVG around, which are pixels in a style. */
function inUnits(length = '100%'): string {
  return /^-?[\d.]+$/.test(length) ? `${length}px` : length;
}
