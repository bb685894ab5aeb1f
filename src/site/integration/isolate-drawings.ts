/**
 * Keeps the styles of the page out of drawings. A drawing is measured before it is on a page, and its
 * classes are Mermaid's and the author's: `.label` or `.section` may be a class of the page, too.
 */

/** What a rule must not match: a drawing in its figure, or in the dialog that enlarges it. */
const outside = ':not(:where(.diagram-scroll *, .diagram-pane *))';

/** The parts of PostCSS's tree that are used here. */
interface Node {
  readonly type: string;
  /** Of an at-rule. */
  readonly name?: string;
  readonly nodes?: readonly Node[];
  readonly source?: { readonly input: { readonly file?: string } };
  /** Of a rule. */
  selectors?: string[];
  append?(node: Node): unknown;
  before?(node: Node): unknown;
}

interface Kinds {
  readonly Rule: new (properties: { readonly selector: string }) => Node;
}

/**
 * A PostCSS plugin that lets no rule match inside a drawing, but those that name diagrams. Rules that follow each
 * other are put into one that says so once: all the selectors that do are a twentieth of the styles.
 */
export function isolateDrawings() {
  return {
    postcssPlugin: 'isolate-drawings',
    Once(root: Node, { Rule }: Kinds): void {
      let around: Node | null = null;
      for (const node of [...(root.nodes ?? [])]) {
        if (isInStylesheet(node) && canBeNested(node)) {
          changeSelectors(node, (selector) => outsideDrawings(selector, '&'));
          around ??= wrapperBefore(node, Rule);
          around.append?.(node);
        } else {
          changeSelectors(node, outsideDrawings);
          if (node.type !== 'comment') around = null;
        }
      }
    },
  };
}

/** The compiler of components scopes no nested rules, and hands their styles in twice. */
function isInStylesheet({ source }: Node): boolean {
  return /^[^?]+\.css$/u.test(source?.input.file ?? '');
}

function wrapperBefore(node: Node, Rule: Kinds['Rule']): Node {
  const wrapper = new Rule({ selector: outside });
  node.before?.(wrapper);
  return wrapper;
}

/** Whether a rule, or all that are below a condition, must not match in drawings, and hold no rules of their own. */
function canBeNested({ type, name = '', nodes = [], selectors = [] }: Node): boolean {
  if (type === 'rule') {
    const isFlat = nodes.every((node) => /^(?:decl|comment)$/u.test(node.type));
    return isFlat && selectors.every((selector) => outsideDrawings(selector) !== selector);
  }
  if (type !== 'atrule' || !/^(?:media|supports|container)$/u.test(name)) return false;
  return nodes.every((node) => node.type === 'comment' || canBeNested(node));
}

function changeSelectors(node: Node, change: (selector: string) => string): void {
  if (node.type === 'atrule' && /keyframes$/u.test(node.name ?? '')) return;
  if (node.type === 'rule') node.selectors = (node.selectors ?? []).map((text) => change(text));
  for (const inner of node.nodes ?? []) changeSelectors(inner, change);
}

/**
 * A selector that matches the same elements, except inside a drawing; its specificity is the same. The condition is
 * `&` in a rule that is the condition.
 */
export function outsideDrawings(selector: string, condition = outside): string {
  const isOfPage = /^(?:::|:root\b|html\b|body\b)\S*$/u.test(selector);
  if (isOfPage || /\.diagram/u.test(selector)) return selector;
  const end = pseudoElementIn(selector);
  return selector.slice(0, end) + condition + selector.slice(end);
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
