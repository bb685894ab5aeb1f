/** What the renderer asks of a highlighter; `src/draw/code` has the one that is used. */
export interface Highlighter {
  /** HTML (`pre.shiki`) of a code block; null when the language has no grammar. */
  highlight(code: string, language: string): string | null;
}
