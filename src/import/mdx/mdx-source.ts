/**
 * The source that @astrojs/mdx compiles of an MDX note: its statements, and its body as one line of JSX. The
 * garden has read the Markdown, so that none is left in it.
 */
import { compileSync } from '@mdx-js/mdx';
import { parse } from 'acorn';
import type { Position } from '../../garden/diagnostic.ts';
import type { MdxModule, MdxNode } from '../../garden/page.ts';

export interface MdxSource {
  readonly source: string;
  /** Why it cannot be compiled, and where in the note; null where it can. */
  readonly flaw: (Position & { readonly message: string }) | null;
}

/** Finds the file that an import of a note means: an absolute path or package, or null. */
export type ResolveImport = (specifier: string) => string | null;

/** The source of a note's module. `resolveImport` knows the disk. */
export function mdxSource(module: MdxModule, resolveImport: ResolveImport): MdxSource {
  const missing: (Position & { readonly specifier: string })[] = [];
  const statements = module.statements.map(({ code, line, column }) =>
    code.replace(importPattern, (all, start: string, specifier: string, end: string) => {
      const location = resolveImport(specifier);
      if (location === null) missing.push({ specifier, line, column });
      return location === null ? all : start + location + end;
    }),
  );
  const source = `${[...statements, jsxOf(module.nodes)].join('\n\n')}\n`;
  const [first] = missing;
  if (first === undefined)
    return { source, flaw: unknownComponent(module) ?? flawOf(source, module) };
  const message = `Its import “${first.specifier}” is no existing file or package.`;
  return { source, flaw: { line: first.line, column: first.column, message } };
}

/** `import Table from './table.astro'` and `import './a.css'` at the start of a line. */
const importPattern = /^((?:import|export)\s(?:[^'"]*?\sfrom\s*)?["'])([^"'\n]+)(["'])/gm;

function jsxOf(nodes: readonly MdxNode[]): string {
  return nodes.map(jsxOfNode).join('');
}

function jsxOfNode(node: MdxNode): string {
  if ('html' in node) {
    const text = JSON.stringify(node.html);
    // Astro drops blank HTML, but not blank text.
    const isBlank = node.html.trim() === '';
    return isBlank ? `<Fragment>{${text}}</Fragment>` : `<Fragment set:html={${text}} />`;
  }
  if ('code' in node) return `<Fragment>{${node.code}\n}</Fragment>`;
  const { openHtml = `<${node.name}>`, name, attributes, children } = node;
  const open = openHtml.slice(0, -1) + (attributes === '' ? '' : ` ${attributes}`);
  return children.length === 0 ? `${open} />` : `${open}>${jsxOf(children)}</${name}>`;
}

/** A component that is used and neither imported nor defined would stop the build when it is shown. */
function unknownComponent({ statements, components }: MdxModule): MdxSource['flaw'] {
  const known = new Set(statements.flatMap(({ code }) => namesIn(code)));
  const unknown = components.find(({ name }) => {
    const [first = ''] = name.split('.');
    return /^[A-Z]/.test(first) && first !== 'Fragment' && !known.has(first);
  });
  if (!unknown) return null;
  const { name, line, column } = unknown;
  return { line, column, message: `It uses <${name}> and does not import it.` };
}

function namesIn(code: string): string[] {
  return code.match(/\b[A-Z][A-Za-z0-9_]*\b/g) ?? [];
}

function flawOf(source: string, { statements, components }: MdxModule): MdxSource['flaw'] {
  try {
    // It finds names that two statements declare, of which each alone is right.
    parse(String(compileSync(source)), { ecmaVersion: 'latest', sourceType: 'module' });
    return null;
  } catch (error) {
    const { line = 1, column = 1 } = statements[0] ?? components[0] ?? {};
    const { reason, message = 'It cannot be compiled.' } = error as Record<string, string>;
    return { line, column, message: reason ?? message };
  }
}
