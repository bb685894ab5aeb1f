/** What Astro compiles of an MDX page: its code, and between it the page's HTML. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { MdxModule, MdxNode } from '../../page.ts';
import '../hast-data.ts';

/** The module of finished nodes; null where they hold no code. */
export function moduleOf(nodes: readonly ElementContent[]): MdxModule | null {
  if (!nodes.some(holdsCode)) return null;
  const codes = nodes.flatMap(codesIn);
  const statements = codes.filter(({ kind }) => kind === 'statements');
  const components = codes.filter(({ kind }) => kind === 'component');
  return {
    statements: statements.map(({ code, line, column }) => ({ code, line, column })),
    components: components.map(({ name, line, column }) => ({ name, line, column })),
    nodes: nodesOf(nodes),
  };
}

/** The same nodes without code: what a page shows that Astro does not compile. */
export function withoutCode(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element' || !holdsCode(node)) return [node];
    const { mdx, ...data } = node.data ?? {};
    const children = withoutCode(node.children);
    if (mdx?.kind === 'hidden' || (mdx && children.length === 0)) return [];
    const isBare = mdx?.kind === 'html' || mdx?.kind === 'expression';
    return isBare ? children : [{ ...node, data, children }];
  });
}

function holdsCode(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  return node.data?.mdx !== undefined || node.children.some(holdsCode);
}

function codesIn(node: ElementContent): NonNullable<NonNullable<Element['data']>['mdx']>[] {
  if (node.type !== 'element') return [];
  return [...(node.data?.mdx ? [node.data.mdx] : []), ...node.children.flatMap(codesIn)];
}

function nodesOf(nodes: readonly ElementContent[]): MdxNode[] {
  const found: MdxNode[] = [];
  let run: ElementContent[] = [];
  const finishRun = () => {
    const html = toHtml({ type: 'root', children: run }, { allowDangerousHtml: true });
    if (html !== '') found.push({ html });
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !holdsCode(node)) {
      run.push(node);
      continue;
    }
    finishRun();
    found.push(...codeNodes(node));
  }
  finishRun();
  return found;
}

function codeNodes(node: Element): MdxNode[] {
  const { mdx } = node.data ?? {};
  if (mdx === undefined) return [elementNode(node, '')];
  if (mdx.kind === 'statements') return [];
  if (mdx.kind === 'expression') return [{ code: mdx.code }];
  if (mdx.kind === 'html') return htmlNodes(node, mdx.code);
  return [{ name: mdx.name, attributes: mdx.code, children: nodesOf(node.children) }];
}

/** The element in an element of MDX with its attributes; without them where it is not shown as it is. */
function htmlNodes({ children }: Element, attributes: string): MdxNode[] {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'element') return nodesOf(children);
  return [elementNode(only, attributes)];
}

function elementNode(element: Element, attributes: string): MdxNode {
  const name = element.tagName;
  const html = toHtml({ ...element, children: [] });
  const close = `</${name}>`;
  const openHtml = html.endsWith(close) ? html.slice(0, -close.length) : html;
  return { openHtml, name, attributes, children: nodesOf(element.children) };
}
