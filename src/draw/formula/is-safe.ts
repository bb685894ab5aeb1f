/** Whether HTML of a formula has nothing but what formulas are made of. */

const elements = new Set(
  `span svg g path rect line text ellipse polygon math semantics mrow mi mo mn mtext ms mspace msup msub
  msubsup mfrac msqrt mroot munder mover munderover mtable mtr mlabeledtr mtd mstyle mpadded menclose
  mphantom mmultiscripts mprescripts none TeXAtom`.split(/\s+/),
);

const attributes = new Set(
  `class aria-hidden xmlns style width height viewBox stroke fill stroke-width stroke-dasharray
  stroke-linecap transform preserveAspectRatio d x y x1 x2 y1 y2 cx cy rx ry points font-size
  font-family font-style font-weight text-anchor dominant-baseline display depth voffset lspace rspace
  mathvariant mathcolor mathbackground mathsize fontfamily fontweight fontstyle stretchy largeop
  movablelimits symmetric fence separator form accent accentunder minsize maxsize linethickness
  numalign denomalign bevelled displaystyle scriptlevel align rowalign columnalign columnspacing
  rowspacing columnlines rowlines frame framespacing equalrows equalcolumns columnwidth side
  minlabelspacing notation linebreak texClass`.split(/\s+/),
);

const tag = /<\/?([a-z]+)((?: [a-zA-Z\d-]+="[^"<>]*")*) ?\/?>/gi;

/**
 * MathJax writes the quotation marks of a font's name into a style as they are: what could run or load,
 * or is no tag of a formula, makes the whole unsafe.
 */
export function isSafeFormula(html: string): boolean {
  for (const [, name = '', written = ''] of html.matchAll(tag)) {
    if (!elements.has(name)) return false;
    for (const [, attribute = '', value = ''] of written.matchAll(/ ([^=]+)="([^"]*)"/g)) {
      if (!attributes.has(attribute) || /url\(|script:|@import|expression\(/i.test(value))
        return false;
    }
  }
  return !/[<>]/.test(html.replace(tag, ''));
}
