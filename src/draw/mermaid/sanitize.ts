/** The elements that mermaid needs, in SVG and in labels. Whatever else it writes is dropped. */
const allowedElements = new Set(
  `svg g switch path rect circle ellipse line polygon polyline text tspan defs marker style foreignobject
  div span p br b strong i em u s sub sup code ul ol li a symbol use clippath filter fedropshadow
  fegaussianblur feoffset feflood fecomposite femerge femergenode lineargradient radialgradient stop
  math semantics annotation mrow mi mo mn mtext msup msub msubsup mfrac msqrt mroot mspace munder
  mover munderover mtable mtr mtd mstyle mpadded menclose`.split(/\s+/u),
);

/** Attributes by exact name; `data-…` and `on…` are not among them. */
const allowedAttributes = new Set(
  `id class style d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height points transform viewbox xmlns
  xmlns:xlink fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap
  stroke-linejoin stroke-opacity stroke-miterlimit opacity font-size font-family font-weight
  font-style text-anchor dominant-baseline alignment-baseline text-decoration letter-spacing
  marker-start marker-mid marker-end markerwidth markerheight markerunits refx refy orient
  preserveaspectratio offset stop-color stop-opacity gradientunits gradienttransform filter
  flood-color flood-opacity stddeviation in in2 result operator clip-path clip-rule color
  xml:space href xlink:href display data-link
  mathvariant columnalign rowspacing columnspacing displaystyle scriptlevel stretchy encoding`.split(
    /\s+/u,
  ),
);

/** CSS that can load something or run something. Local references (`url(#id)`) are fine. */
const unsafeCss =
  /url\(\s*(?!["']?#)|@import|expression\(|javascript:|-moz-binding|behavior\s*:|\bposition\s*:|[<\\]/iu;

/**
 * Removes in place whatever is not on the lists: mermaid's own cleaning needs a real browser, and an
 * author's label may hold HTML. Links to the web stay, links to anything else lose their address.
 * @param sheet The drawing's own style sheet: the only one that stays.
 */
export function sanitize(root: Element, sheet: Element | null): void {
  cleanAttributes(root);
  for (const child of [...root.childNodes]) {
    if (child.nodeType === 3) continue;
    const element = child as Element;
    const tag = child.nodeType === 1 ? element.localName.toLowerCase() : '';
    if (!allowedElements.has(tag) || (tag === 'style' && element !== sheet)) child.remove();
    else if (tag === 'style') cleanAttributes(element);
    else sanitize(element, sheet);
  }
}

function cleanAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (!isSafe(name.toLowerCase(), value)) element.removeAttribute(name);
  }
}

function isSafe(name: string, value: string): boolean {
  if (!allowedAttributes.has(name)) return false;
  if (name.endsWith('href')) return /^(?:[#?./]|https?:\/\/|mailto:)/iu.test(value);
  if (name === 'style' || value.includes('(')) return !unsafeCss.test(value);
  return true;
}

/** CSS without what could load, run or leave the element. */
export function safeCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/([^{}]*)\{([^{}]*)\}/gu, (rule: string, selector: string, body: string) => {
      if (/[<\\@]/u.test(selector)) return '';
      return unsafeCss.test(body) ? '' : rule;
    })
    .replace(/</gu, '');
}
