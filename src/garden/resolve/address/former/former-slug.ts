/** How former programs make a part of an address of a name. */
import slugify from '@sindresorhus/slugify';

/** Jekyll's “pretty” slug (`Utils.slugify`): what may not stand in a path becomes '-'; case is kept. */
export function jekyllSlug(name: string): string {
  return trimmed(name.replace(/[^\p{M}\p{L}\p{N}._~!$&'()+,;=@]+/gu, '-'));
}

/** Jekyll's default slug, of categories and of `:slug`: letters and digits in lower case. */
export function jekyllWord(name: string): string {
  return trimmed(name.replace(/[^\p{M}\p{L}\p{N}]+/gu, '-')).toLowerCase();
}

/** Hugo's `urlize`: lower case, blanks as '-', without signs that mean something in addresses. */
export function hugoSlug(name: string): string {
  const kept = name.trim().replace(/[^\p{L}\p{M}\p{N}\s._\-~+@]/gu, '');
  return trimmed(kept.replace(/[\s-]+/gu, '-')).toLowerCase();
}

/** A segment as Quartz writes it (`sluggify`); case is kept. */
export function quartzSlug(name: string): string {
  const named = name.replace(/&/gu, '-and-').replace(/%/gu, '-percent');
  return named.replace(/\s/gu, '-').replace(/[?#]/gu, '');
}

/** A segment as the Digital Garden plugin writes it, which takes this library for it. */
export function gardenSlug(name: string): string {
  return slugify(name);
}

function trimmed(slug: string): string {
  return slug.replace(/^-+|-+$/gu, '');
}
