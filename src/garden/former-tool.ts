/** The programs that notes may have been published with before. */

export const formerTools = [
  'jekyll',
  'hexo',
  'hugo',
  'quartz',
  'obsidian-publish',
  'digital-garden',
  'wordpress',
] as const;

export type FormerTool = (typeof formerTools)[number];

/** A file of Jekyll's or Hexo's posts, `_posts/2024-05-01-hello.md`. */
export interface PostName {
  /** ISO day in the name; '' where it has none, as in Hexo. */
  readonly day: string;
  /** Path below `_posts/` without day and extension: 'hello', in Hexo also 'travel/hello'. */
  readonly name: string;
  /** Folders above `_posts/`, which Jekyll reads as categories. */
  readonly folders: readonly string[];
}

const postPath = /^(?:(?<above>.*)\/)?_posts\/(?<below>.+)\.(?:md|mdx|markdown)$/iu;
const datedName = /^(?<folder>(?:.*\/)?)(?<day>\d{4}-\d{2}-\d{2})-(?<title>[^/]+)$/u;

/** The name of a post by its path in its vault; null for a file that is none. */
export function readPostName(pathInVault: string): PostName | null {
  const { above = '', below = '' } = postPath.exec(pathInVault)?.groups ?? {};
  if (below === '') return null;
  const { folder = '', day = '', title = '' } = datedName.exec(below)?.groups ?? {};
  const folders = above.split('/').filter((part) => part !== '' && part !== 'source');
  return { day, name: title === '' ? below : `${folder}${title}`, folders };
}
