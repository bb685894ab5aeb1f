/**
 * Keeps the styles of the page out of drawings. A drawing is measured before it is on a page, and its
 * classes are Mermaid's and the author's: `.label` or `.section` may be a class of the page, too.
 */

/** What a rule must not match: a drawing in its figure, or in the dialog that enlarges it. */
const outside = ':not(:where(.diagram-scroll *, .diagram-pane *))';

/** The parts of PostCSS's tree that are used here. */
interface Rule {
  selectors: string[];
  readonly parent?: { readonly type: string; readonly name?: string } | undefined;
}

interface Root {
  walkRules(visit: (rule: Rule) => void): void;
}

/** A PostCSS plugin that lets no rule match inside a drawing, but those that name diagrams. */
export function isolateDrawings() {
  return {
    postcssPlugin: 'isolate-drawings',
    Once(root: Root): void {
      root.walkRules((rule) => {
        if (rule.parent?.type === 'atrule' && /keyframes$/u.test(rule.parent.name ?? '')) return;
        rule.selectors = rule.selectors.map(outsideDrawings);
      });
    },
  };
}

/** A selector that matches the same elements, except inside a drawing; its specificity is the same. */
export function outsideDrawings(selector: string): string {
  const isOfPage = /^(?:::|:root\b|html\b|body\b)\S*$/u.test(selector);
  if (isOfPage || /\.diagram/u.test(selector)) return selector;
  const end = pseudoElementIn(selector);
  return selector.slice(0, end) + outside + selector.slice(end);
}

/** Where the pseudo-element of a selector starts, else its end. */
function pseudoElementIn(selector: string): number {
  let depth = 0;
  for (let index = 0; index < selector.length; index += 1) {
    if (selector[index] === '(') depth += 1;
    if (selector[index] === ')') depth -= 1;
    if (depth === 0 && selector.startsWith('::', index)) return index;
  }
  return selector.length;
}
