/**
 * Prepares an MDX note for @astrojs/mdx: removes its front matter and makes its imports absolute.
 * Reports why a note cannot be compiled, so that it is shown as plain Markdown instead of stopping
 * the build.
 */
import { compileSync, createProcessor } from '@mdx-js/mdx';
import { visit } from 'unist-util-visit';

export interface PreparedMdx {
  /** MDX source for the compiler; the same number of lines as the note. */
  readonly source: string;
  /** Why it cannot be compiled, or ''. */
  readonly flaw: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the file that an import of a note means: an absolute path or package, or null. */
export type ResolveImport = (specifier: string) => string | null;

/** Reads an MDX note. `resolveImport` knows the disk. Never throws for what the note says. */
export function prepareMdx(source: string, resolveImport: ResolveImport): PreparedMdx {
  const body = source.replace(/^---\n[\s\S]*?\n---(?=\n|$)/, (matter) =>
    matter.replace(/[^\n]/g, ''),
  );
  const missing: string[] = [];
  const linked = body.replace(
    importPattern,
    (all, start: string, specifier: string, end: string) => {
      const location = resolveImport(specifier);
      if (location === null) missing.push(specifier);
      return location === null ? all : start + location + end;
    },
  );
  const flaw = flawOf(linked);
  if (flaw) return { source: linked, ...flaw };
  const missed = missing.length > 0 ? `Its import “${missing[0]}” is no existing file.` : '';
  return { source: linked, flaw: missed || unknownComponent(linked), line: 1, column: 1 };
}

/** `import Table from './table.astro'` and `import './a.css'` at the start of a line. */
const importPattern = /^(import\s(?:[^'"\n]*\sfrom\s*)?["'])([^"'\n]+)(["'])/gm;

function flawOf(source: string): { flaw: string; line: number; column: number } | null {
  try {
    compileSync(source);
    return null;
  } catch (error) {
    const { reason, message, line, column } = error as {
      reason?: string;
      message?: string;
      line?: number;
      column?: number;
    };
    return {
      flaw: reason ?? message ?? 'It cannot be read.',
      line: line ?? 1,
      column: column ?? 1,
    };
  }
}

/** A component that is used and neither imported nor defined would stop the build when it is shown. */
function unknownComponent(source: string): string {
  const tree = createProcessor().parse(source);
  const known = new Set<string>();
  const used: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') for (const name of namesIn(String(node.value))) known.add(name);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const name = (node.name ?? '').split('.')[0] ?? '';
    if (/^[A-Z]/.test(name)) used.push(name);
  });
  const unknown = used.find((name) => !known.has(name));
  return unknown ? `It uses <${unknown}> and does not import it.` : '';
}

function namesIn(code: string): string[] {
  return code.match(/\b[A-Z][A-Za-z0-9_]*\b/g) ?? [];
}
