/** How tags are compared: NFC, lower case, no '#' in front, no empty levels. */
export function tagKey(tag: string): string {
  return tagName(tag).toLowerCase();
}

/** Levels of a tag: each has a page of its own, so that deeper ones would be one page each. */
const maxLevels = 30;

/** A tag as it is shown: '#/a//b/' → 'a/b'; one with more levels than 30 is the tag of its first 30. */
export function tagName(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/^#/, '')
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .slice(0, maxLevels)
    .join('/');
}
