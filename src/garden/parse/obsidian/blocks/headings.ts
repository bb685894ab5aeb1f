/** Fragments of headings. */

const unfit = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\s_-]+/gu;

/** `What's new? 新功能` → `whats-new-新功能`: lower case, words joined by hyphens, letters of any script. */
export function headingFragment(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(unfit, ' ')
    .trim();
  return words.replace(/[\s-]+/gu, '-') || 'section';
}
