/** The addresses that former programs gave a note of themselves. */
import { type FormerTool, readPostName } from '../../../former-tool.ts';
import type { Note } from '../../../note.ts';
import { pathIn } from '../../lookup/name-key.ts';
import { dateVariables, expandPattern, isPattern, type Variables } from './address-pattern.ts';
import { gardenSlug, hugoSlug, jekyllSlug, jekyllWord, quartzSlug } from './former-slug.ts';
import { categoriesOf, propertyOf, textOfValue } from './former-value.ts';

/** The pattern of posts that holds where the owner names no other one. */
const defaultPatterns: Readonly<Partial<Record<FormerTool, string>>> = {
  jekyll: 'date',
  hexo: '/:year/:month/:day/:title/',
};

/** Addresses of a note in the site that `tool` made; `patterns` are those of the owner's settings. */
export function addressesOfTool(
  tool: FormerTool,
  note: Note,
  patterns: readonly string[],
): (string | null)[] {
  const readVariable = variablesOf(tool, note);
  const path = contentPath(note);
  const own = textOfValue(propertyOf(note, 'permalink', 'url'));
  const ownPattern = isPattern(own) ? [expandPattern(own, readVariable)] : [];
  const isPost = readPostName(pathIn(note.vault, note.path)) !== null;
  const given = patterns.length > 0 ? patterns : [defaultPatterns[tool] ?? ''];
  const expanded = given
    .filter((pattern) => pattern !== '' && (isPost || tool === 'hugo' || !defaultPatterns[tool]))
    .map((pattern) => expandPattern(pattern, readVariable));
  return [...ownPattern, ...expanded, ...(isPost ? [] : [pageAddress(tool, note, path)])];
}

/** Where a page that is no post was. */
function pageAddress(tool: FormerTool, note: Note, path: string): string | null {
  const each = (slug: (segment: string) => string) => path.split('/').map(slug).join('/');
  switch (tool) {
    case 'jekyll':
    case 'hexo':
      return withoutIndex(path, `${path}.html`);
    case 'hugo': {
      const folder = path.replace(/[^/]*$/u, '');
      const slug = textOfValue(propertyOf(note, 'slug'));
      const named = slug === '' ? path : `${folder}${slug}`;
      return named
        .split('/')
        .map(hugoSlug)
        .join('/')
        .replace(/(?:^|\/)_?index$/u, '');
    }
    case 'quartz':
      return withoutIndex(each(quartzSlug), each(quartzSlug));
    case 'obsidian-publish':
      return each((segment) => segment.replaceAll(' ', '+'));
    case 'digital-garden': {
      const shown = textOfValue(propertyOf(note, 'dg-path')).replace(/\.md$/iu, '');
      return (shown || path).split('/').map(gardenSlug).join('/');
    }
    default:
      return null;
  }
}

function withoutIndex(path: string, address: string): string {
  return /(?:^|\/)_?index$/iu.test(path) ? path.replace(/_?index$/iu, '') : address;
}

/** Path without extension below the folder in which programs keep their content. */
function contentPath(note: Note): string {
  const path = pathIn(note.vault, note.path).replace(/\.(?:md|mdx|markdown)$/iu, '');
  return path.replace(/^(?:content|source|src\/site\/notes)\//u, '');
}

function variablesOf(tool: FormerTool, note: Note): Variables {
  const dates = dateVariables(note.created);
  const names = namesOf(tool, note);
  return (name) => {
    const own = dates.get(name) ?? names.get(name);
    if (own !== undefined) return own;
    return textOfValue(propertyOf(note, name)) || null;
  };
}

function namesOf(tool: FormerTool, note: Note): ReadonlyMap<string, string> {
  const path = contentPath(note);
  const post = readPostName(pathIn(note.vault, note.path));
  const folders = path.split('/').slice(0, -1);
  const file = (post?.name ?? path).replace(/^.*\//u, '').replace(/^\d{4}-\d{2}-\d{2}-/u, '');
  const slug = textOfValue(propertyOf(note, 'slug')) || file;
  const isHugo = tool === 'hugo';
  const inTitle = hugoSlug(textOfValue(propertyOf(note, 'slug')) || note.title);
  const title = tool === 'jekyll' ? jekyllSlug(slug) : (post?.name ?? file);
  const categories = categoriesOf(note, tool === 'jekyll');
  const all = [...(tool === 'jekyll' ? (post?.folders ?? []) : []), ...categories];
  const inPath = all.map(tool === 'hexo' ? (name) => name.replaceAll(' ', '-') : jekyllWord);
  return new Map(
    Object.entries({
      title: isHugo ? hugoSlug(note.title) : title,
      slug: isHugo ? inTitle : jekyllWord(slug),
      name: isHugo ? hugoSlug(file) : jekyllSlug(file),
      ...{ filename: hugoSlug(file), contentbasename: hugoSlug(file) },
      ...{ slugorfilename: hugoSlug(slug), slugorcontentbasename: hugoSlug(slug) },
      post_title: hugoSlug(note.title),
      ...{ path: folders.join('/'), basename: file, output_ext: '.html' },
      section: folders[0] ?? '',
      sections: folders.join('/'),
      categories: [...new Set(inPath)].join('/'),
      category: inPath.join('/') || 'uncategorized',
    }),
  );
}
