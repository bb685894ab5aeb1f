/** The Chinese characters that people type, and how they sound. */
import pinyin from 'tiny-pinyin';

/** The 6,763 characters of GB 2312. */
export function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return text.replace(/\P{Script=Han}/gu, '');
}

/** The pronunciation of a character without its tone. */
export function soundOf(character: string): string {
  return pinyin.convertToPinyin(character, '', true);
}
