/** The name of a language (BCP 47) in that language: '中文' for 'zh'; the code itself where none is known. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
