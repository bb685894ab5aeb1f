/** How tags are compared: NFC, lower case, no '#' in front, no empty levels. */
export function tagKey(tag: string): string {
  return tagName(tag).toLowerCase();
}

/** A tag as it is shown: '#/a//b/' → 'a/b'. */
export function tagName(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/^#/, '')
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/');
}
