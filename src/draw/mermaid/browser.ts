import { isValid } from 'khroma';
import { parseHTML } from 'linkedom';
import { ownValue } from '../../garden/own-value.ts';
import type { Box } from './layout/box.ts';
import type { Font } from './layout/font.ts';
import { clientBox, pathOf, svgBox } from './layout/geometry.ts';
import { ownStyle, textStyle } from './layout/style.ts';
import { textLength } from './layout/text-box.ts';

/** Width of the page that mermaid draws on: gantt charts and a few others fill it. */
const pageWidth = 1000;
const pageHeight = 800;

const passedOn = [
  'Element',
  'SVGElement',
  'HTMLElement',
  'Node',
  'DOMParser',
  'XMLSerializer',
  'MutationObserver',
  'Document',
  'DocumentFragment',
  'NodeFilter',
  'HTMLTemplateElement',
  'Text',
  'Comment',
];

/** What mermaid asks of `CSS`: whether a text is a colour, and how an id is written in a selector. */
const css = {
  supports: (_: string, color: string) => isValid(color),
  escape: (text: string) =>
    text
      .replace(/[^\w\u{80}-\u{10ffff}-]/gu, '\\$&')
      .replace(/^(-?)(\d)/u, (_, dash: string, digit: string) => `${dash}\\3${digit} `),
};

/**
 * Gives this thread the part of a browser that mermaid needs: linkedom's document, and layout by our
 * own measuring. It sets globals (`window`, `document` …), so it belongs in a worker thread.
 */
export function installBrowser(font: Font): Document {
  const { window } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  installLayout(window.Element.prototype, font);
  define(globalThis, 'window', window);
  define(globalThis, 'document', window.document);
  for (const name of passedOn) {
    const value: unknown = Reflect.get(window, name);
    if (value) define(globalThis, name, value);
  }
  define(globalThis, 'CSSStyleSheet', Stylesheet);
  define(globalThis, 'getComputedStyle', computedStyle);
  define(window, 'getComputedStyle', computedStyle);
  define(window, 'MathMLElement', class {});
  for (const owner of [globalThis, window]) define(owner, 'CSS', css);
  define(globalThis, 'screen', { width: 1400, height: 1000, availWidth: 1400, availHeight: 1000 });
  define(globalThis, 'requestAnimationFrame', (run: (time: number) => void) =>
    setImmediate(run, 0),
  );
  define(globalThis, 'Image', UnloadedImage);
  define(globalThis, 'Option', function option(text: string): HTMLElement {
    const element: HTMLElement = window.document.createElement('option');
    element.textContent = text;
    return element;
  });
  define(window.HTMLCanvasElement.prototype, 'getContext', () => canvasContext(font));
  define(window.document, 'compatMode', 'CSS1Compat');
  return window.document;
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

function installLayout(prototype: object, font: Font): void {
  const method = (name: string, run: (this: Element, ...input: never[]) => unknown): void =>
    define(prototype, name, run);
  method('getBBox', function getBBox() {
    return rectangle(svgBox(this, font));
  });
  method('getBoundingClientRect', function getBoundingClientRect() {
    return rectangle(clientBox(this, font));
  });
  method('getComputedTextLength', function getComputedTextLength() {
    return textLength(this, font);
  });
  method('getTotalLength', function getTotalLength() {
    return pathOf(this).getTotalLength();
  });
  method('getPointAtLength', function getPointAtLength(length: number) {
    return pathOf(this).getPointAtLength(length);
  });
  for (const [name, side] of [
    ['clientWidth', 'width'],
    ['clientHeight', 'height'],
  ] as const) {
    Object.defineProperty(prototype, name, {
      get(this: Element) {
        return clientSize(this, side, font);
      },
      configurable: true,
    });
  }
  const constants = {
    offsetWidth: pageWidth,
    offsetHeight: pageHeight,
  };
  for (const [name, value] of Object.entries({ ...constants, complete: true })) {
    Object.defineProperty(prototype, name, { get: () => value, configurable: true });
  }
}

/** Mermaid measures formulas of sequence diagrams by their client box; no other element is asked for it. */
function clientSize(element: Element, side: 'width' | 'height', font: Font): number {
  return element.querySelector?.('math') ? Math.ceil(clientBox(element, font)[side]) : 0;
}

function rectangle(box: Box): object {
  // Browsers keep boxes in single precision; mermaid compares them with routes that end on them.
  const [x = 0, y = 0, width = 0, height = 0] = [box.x, box.y, box.width, box.height].map(
    Math.fround,
  );
  return {
    x,
    y,
    width,
    height,
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
    toJSON: () => box,
  };
}

function computedStyle(element: Element): object {
  const style = textStyle(element);
  const size = `${style.size}px`;
  return {
    fontSize: size,
    textAnchor: style.anchor,
    getPropertyValue: (name: string): string => {
      if (name === 'font-size') return size;
      if (/^(?:padding|border|margin|width|height)/u.test(name)) return '0px';
      return ownStyle(element).get(name) ?? '';
    },
  };
}

/** The part of a canvas that cytoscape uses to lay out a mindmap: widths; drawing does nothing. */
function canvasContext(font: Font): object {
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: font.width(text, { size: 16, bold: false }) }),
  };
  return new Proxy(known, {
    get: (target, name) => ownValue(target, String(name)) ?? (() => undefined),
  });
}

/** Pictures in diagrams are not published: they take their place as if they were one pixel large. */
class UnloadedImage {
  src = '';
  readonly naturalWidth = 1;
  readonly naturalHeight = 1;

  decode(): Promise<void> {
    return Promise.resolve();
  }
}

/** The style sheet that mermaid writes a diagram's class rules with. */
class Stylesheet {
  cssRules: { readonly cssText: string }[] = [];

  insertRule(rule: string, index = 0): number {
    const selector = rule.slice(0, rule.indexOf('{')).trim();
    const values = new Map<string, string>();
    this.cssRules.splice(index, 0, {
      get cssText() {
        if (values.size === 0) return rule;
        return `${selector}{${[...values].map(([name, value]) => `${name}:${value}`).join(';')}}`;
      },
      style: {
        setProperty: (name: string, value: string) => values.set(name, value),
        get length() {
          return values.size;
        },
      },
    } as { readonly cssText: string });
    return index;
  }

  replaceSync(text: string): void {
    this.cssRules = text.trim() === '' ? [] : [{ cssText: text }];
  }
}
