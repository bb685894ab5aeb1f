/** The files and folders that a document for contributors names. */

/**
 * Paths in code spans that look like places in the project: those with a slash, without patterns and
 * placeholders. `base` is put before paths that do not begin at the project's root.
 */
export function namedPaths(markdown: string, base: string): readonly string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const paths = spans.filter((span) =>
    /^[\p{L}\p{N}_.[\]-]+(?:\/[\p{L}\p{N}_.[\]~ -]*)+$/u.test(span),
  );
  const isOfProject = (path: string) =>
    !/^[ab]\/b$|^e2e\/search$|NAME|^node_modules\/|^fixtures\/|^\.garden\//.test(path);
  return paths.filter(isOfProject).map((path) => {
    return /^(?:src|scripts|notes|public|\.github)\//.test(path) ? path : base + path;
  });
}
