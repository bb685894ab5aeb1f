/** References to an id: in `url(#id)`, in an address, in a selector. */
const reference = /#([\w.:-]+)/gu;

/**
 * Gives every id below an SVG element a name that begins with the drawing's own id, numbered in
 * document order, and drops ids that nothing refers to. Mermaid counts ids through all diagrams of a
 * process and repeats some in every diagram: so a drawing would depend on what was drawn before, and
 * two on one page would share their arrow heads.
 */
export function numberIds(svg: Element, id: string): void {
  const used = referencedIds(svg);
  const names = new Map<string, string>();
  for (const element of svg.querySelectorAll('[id]')) {
    const old = element.id;
    if (!used.has(old) || names.has(old)) {
      element.removeAttribute('id');
      continue;
    }
    const name = `${id}-${names.size}`;
    names.set(old, name);
    element.setAttribute('id', name);
  }
  const rename = (text: string): string =>
    text.replace(reference, (written, old: string) =>
      names.has(old) ? `#${names.get(old)}` : written,
    );
  for (const element of svg.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('#')) element.setAttribute(name, rename(value));
    }
    if (element.localName === 'style') element.textContent = rename(element.textContent ?? '');
  }
}

function referencedIds(svg: Element): Set<string> {
  const used = new Set<string>();
  const collect = (text: string): void => {
    for (const match of text.matchAll(reference)) used.add(match[1] ?? '');
  };
  for (const element of svg.querySelectorAll('*')) {
    for (const { value } of [...element.attributes]) {
      if (value.includes('#')) collect(value);
    }
    if (element.localName === 'style') collect(element.textContent ?? '');
  }
  return used;
}
