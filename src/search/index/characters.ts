/** How Chinese characters sound. */
import pinyin from 'tiny-pinyin';

/** The pronunciation of a character without its tone. */
export function soundOf(character: string): string {
  return pinyin.convertToPinyin(character, '', true);
}
