/** Interface of the code highlighter, which `src/draw/code` implements. */

/** What the options of a fence mark in its code. Lines count from 1. */
export interface CodeMarks {
  readonly highlighted: readonly number[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Each place where the code holds one of them is marked. */
  readonly words: readonly string[];
}

export interface Highlighter {
  /**
   * HTML (`pre.shiki`) of a code block, each line a `span.line`; lines have the classes `highlighted`,
   * `diff add` and `diff remove`, also from comments such as `// [!code ++]`, and words
   * `highlighted-word`. Null when the language has no grammar and nothing is marked.
   */
  highlight(code: string, language: string, marks?: CodeMarks): string | null;
}
