/** Tags (Obsidian help, “Tags”): letters, digits, '_', '-', '/', emoji and other symbols; not only digits. */

const letters = String.raw`\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f_/\-`;

/** A tag in text: at the start, or after a space or an opening sign. Group 1 is its name. */
export const tagInText = new RegExp(
  String.raw`(?<=^|[\s(（「『【《“"'，。；：、！？])#([${letters}]+)`,
  'gu',
);

const wholeTag = new RegExp(`^[${letters}]+$`, 'u');

/** Whether a text can be a tag: only allowed characters, and at least one that is no digit. */
export function isTag(name: string): boolean {
  return wholeTag.test(name) && /[^\d/]/u.test(name);
}

/** A tag without leading, trailing or doubled slashes. */
export function tidyTag(name: string): string {
  return name.split('/').filter(Boolean).join('/');
}
