import type { WrittenMdx } from './write-mdx.ts';

/** The modules of MDX notes; the compiler is loaded only where there is one. */
export async function mdxModules(
  ids: ReadonlySet<string>,
  folders: { readonly notes: string; readonly out: string },
): Promise<WrittenMdx> {
  if (ids.size === 0) return { files: new Set(), diagnostics: [] };
  const { writeMdx } = await import('./write-mdx.ts');
  return writeMdx(ids, folders);
}
