import { parseHTML } from 'linkedom';

const unseen = new Set(['style', 'defs', 'marker', 'title', 'desc', 'semantics', 'annotation']);

const geometry = 'x y width height transform d points cx cy r rx ry x1 x2 y1 y2 viewBox'.split(' ');

/**
 * The structure and geometry of an SVG as text, one element a line: its name, then its numbers. Made
 * of what Chromium draws it is a golden, made of what we draw it is what the golden is compared with.
 */
export function recordGeometry(svg: string): string {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const elements: Element[] = [...document.querySelectorAll('svg, svg *')];
  return (
    elements
      .filter((element) => !unseen.has(element.localName.toLowerCase()))
      // The line for today in a gantt chart moves every day.
      .filter((element) => !element.closest('.today'))
      .map((element) => [element.localName.toLowerCase(), ...numbers(element)].join(' '))
      .join('\n')
  );
}

function numbers(element: Element): string[] {
  return geometry.flatMap((name) =>
    (element.getAttribute(name)?.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gu) ?? []).map((number) =>
      String(Number(Number(number).toFixed(1))),
    ),
  );
}

export interface Deviation {
  /** Whether both have the same elements, with as many numbers each. */
  readonly sameStructure: boolean;
  /** Greatest difference of any number, in pixels. */
  readonly pixels: number;
}

/** How far one record is from another. */
export function compareGeometry(golden: string, drawn: string): Deviation {
  const expected = golden.split('\n').map((line) => line.split(' '));
  const found = drawn.split('\n').map((line) => line.split(' '));
  let pixels = 0;
  let sameStructure = expected.length === found.length;
  expected.forEach((line, index) => {
    const other = found[index] ?? [];
    sameStructure &&= line[0] === other[0] && line.length === other.length;
    for (let at = 1; at < Math.min(line.length, other.length); at++) {
      pixels = Math.max(pixels, Math.abs(Number(line[at]) - Number(other[at])));
    }
  });
  return { sameStructure, pixels };
}
