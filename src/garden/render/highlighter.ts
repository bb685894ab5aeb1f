/** Interface of the code highlighter, which `src/draw/code` implements. */
export interface Highlighter {
  /** HTML (`pre.shiki`) of a code block; null when the language has no grammar. */
  highlight(code: string, language: string): string | null;
}
