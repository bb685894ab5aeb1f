/** Methods of files and links in bases. */
import { tagKey } from '../../tag-key.ts';
import { nameKey } from '../lookup/name-key.ts';
import { fileFact, linkTo, propertyKey } from './files.ts';
import type { Method } from './function-types.ts';
import type { Surroundings } from './surroundings.ts';
import { type FileValue, isList, type LinkValue, textOf, type Value } from './value.ts';

/** The key of the file that a value is, links to, or names; '' for none. */
export function keyIn(value: Value, around: Surroundings): string {
  if (typeof value === 'string') {
    const name = value.replace(/^\[\[|\]\]$/g, '').replace(/[#|].*$/s, '');
    return name === '' ? '' : around.keyOfName(name, around.site.own);
  }
  const isFile = typeof value === 'object' && value !== null && !isList(value);
  return isFile && 'key' in value ? value.key : '';
}

export const fileMethods: Readonly<Record<string, Method<FileValue | LinkValue>>> = {
  asLink: ({ key }, [display = null], around) =>
    linkTo(around, key, display === null ? '' : textOf(display, around.nameOf)),
  asFile: ({ key }) => (key === '' ? null : { type: 'file', key }),
  linksTo: (of, [other = null], around) => hasLink(of.key, other, around),
  hasLink: (of, [other = null], around) => hasLink(of.key, other, around),
  hasTag: ({ key }, names, around) => {
    const own = (around.entryOf({ key })?.note.tags ?? []).map(tagKey);
    return names.some((name) => {
      const wanted = tagKey(textOf(name, around.nameOf).replace(/^#/, ''));
      return own.some((tag) => tag === wanted || tag.startsWith(`${wanted}/`));
    });
  },
  hasProperty: ({ key }, [name = null], around) => {
    const properties = around.entryOf({ key })?.note.properties ?? [];
    return properties.some((each) => propertyKey(each.key) === propertyKey(String(name)));
  },
  inFolder: (of, [folder = null], around) => {
    const wanted = nameKey(textOf(folder, around.nameOf).replace(/\/+$/, ''));
    const own = nameKey(around.pathOf(of));
    return wanted === '' || own.startsWith(`${wanted}/`);
  },
};

/** Whether a note links to the file; a name without a note is compared as it is written. */
function hasLink(key: string, other: Value, around: Surroundings): boolean {
  const wanted = keyIn(other, around);
  const links = fileFact(around, { type: 'file', key }, 'links');
  if (!isList(links)) return false;
  const name = nameKey(textOf(other, around.nameOf));
  return links.some((link) => {
    const isLink = typeof link === 'object' && link !== null && 'key' in link;
    if (!isLink) return false;
    return wanted === '' ? 'name' in link && nameKey(link.name) === name : link.key === wanted;
  });
}
