/**
 * Sets the few formulas that KaTeX cannot, such as proof trees, with MathJax. They become SVG beside
 * MathML, inside of the elements that KaTeX writes, so that styles and screen readers find the same.
 */
import { createRequire } from 'node:module';
import type { FormulaSetter, OtherFormula } from '../../garden/render/formula/formula-setter.ts';
import { isSafeFormula } from './is-safe.ts';
import { svgInEms } from './svg-in-ems.ts';

type MathJax = typeof import('mathjax-full/js/mathjax.js');
type Tex = typeof import('mathjax-full/js/input/tex.js');
type Svg = typeof import('mathjax-full/js/output/svg.js');
type Adaptor = typeof import('mathjax-full/js/adaptors/liteAdaptor.js');
type Handler = typeof import('mathjax-full/js/handlers/html.js');
type Visitor = typeof import('mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js');
type Packages = typeof import('mathjax-full/js/input/tex/AllPackages.js');
type Node = Parameters<InstanceType<Visitor['SerializedMmlVisitor']>['visitTree']>[0];

/** Stops before the output: MathJax's number for what is read, STATE.CONVERT. */
const readOnly = 100;

/**
 * Packages that load something, name or style elements of the page, or show what they do not know
 * instead of saying so.
 */
const unused = new Set([...['html', 'unicode', 'require', 'autoload', 'noundefined', 'noerrors']]);

/** Commands of those packages whose last argument is shown. */
const ownMacros = {
  class: ['#2', 2],
  cssId: ['#2', 2],
  style: ['#2', 2],
  href: ['#2', 2],
  data: ['#1', 2],
  label: ['', 1],
  emph: ['\\textit{#1}', 1],
  bm: ['\\boldsymbol{#1}', 1],
  abs: ['\\left\\lvert #1\\right\\rvert', 1],
  norm: ['\\left\\lVert #1\\right\\rVert', 1],
} as const;

/** The setter; MathJax loads with the first formula that needs it. */
export function createFormulaSetter(): FormulaSetter {
  let program: Program | undefined;
  return {
    set(formula) {
      program ??= loadMathJax();
      return setFormula(program, formula);
    },
  };
}

interface Program {
  convert(tex: string, packages: readonly string[], macros: object, isDisplay: boolean): string;
}

function loadMathJax(): Program {
  const require = createRequire(import.meta.url);
  const { mathjax } = require('mathjax-full/js/mathjax.js') as MathJax;
  const { TeX } = require('mathjax-full/js/input/tex.js') as Tex;
  const { SVG } = require('mathjax-full/js/output/svg.js') as Svg;
  const { liteAdaptor } = require('mathjax-full/js/adaptors/liteAdaptor.js') as Adaptor;
  const { RegisterHTMLHandler } = require('mathjax-full/js/handlers/html.js') as Handler;
  const visitors = require('mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js') as Visitor;
  const { AllPackages } = require('mathjax-full/js/input/tex/AllPackages.js') as Packages;
  require('mathjax-full/js/input/tex/physics/PhysicsConfiguration.js');
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const visitor = new visitors.SerializedMmlVisitor();
  return {
    convert(tex, more, macros, display) {
      const packages = [...AllPackages.filter((name) => !unused.has(name)), ...more];
      const formatError = (_: unknown, error: Error) => {
        throw error;
      };
      const document = mathjax.document('', {
        InputJax: new TeX({ packages, macros, formatError }),
        OutputJax: new SVG({ fontCache: 'none' }),
      });
      const tree = document.convert(tex, { display, end: readOnly }) as Node;
      const shown = document.convert(tex, { display }) as Parameters<typeof adaptor.innerHTML>[0];
      return write(visitor.visitTree(tree), adaptor.innerHTML(shown), display);
    },
  };
}

function setFormula(program: Program, formula: OtherFormula): string | null {
  const { source, rewritten, isDisplay, definitions, macros } = formula;
  const defined = { ...ownMacros, ...mathjaxMacros(macros) };
  for (const text of new Set([source, rewritten])) {
    const whole = `${definitions}${text}`;
    const packages = /\\require\s*\{physics\}/.test(whole) ? ['physics'] : [];
    for (const more of packages.length > 0 ? [packages] : [[], ['physics']]) {
      try {
        const tex = whole.replace(/\\require\s*\{[^{}]*\}/g, '');
        const html = program.convert(tex, more, defined, isDisplay);
        if (isSafeFormula(html)) return html;
      } catch {
        // The next way to read it may do; if none does, KaTeX's message is what the author sees.
      }
    }
  }
  return null;
}

/** Macros as MathJax takes them: with the number of their arguments. */
function mathjaxMacros(macros: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(macros).map(([name, by]) => {
      const count = Math.max(0, ...[...by.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));
      return [name.replace(/^\\/, ''), count === 0 ? by : [by, count]];
    }),
  );
}

function write(mathml: string, svg: string, isDisplay: boolean): string {
  const spoken = mathml
    .replace(/\n\s*/g, '')
    .replace(/ (?:data-mjx[\w-]*|semantics|id|class)="[^"]*"/g, '');
  const shown = svgInEms(svg);
  const formula = `<span class="katex"><span class="katex-mathml">${spoken}</span><span class="katex-html" aria-hidden="true">${shown}</span></span>`;
  return isDisplay ? `<span class="katex-display">${formula}</span>` : formula;
}
