/** Writing direction. */

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The `dir` of content in a language (BCP 47): 'rtl' for those of Hebrew, Arabic and related scripts. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.toLowerCase().replace(/-.*$/, '')) ? 'rtl' : 'ltr';
}
