/** Interface of the program that sets what KaTeX cannot, which `src/draw/formula` implements. */
export interface FormulaSetter {
  /** HTML of a formula, beside MathML and without a script; null where it cannot be set either. */
  set(formula: OtherFormula): string | null;
}

export interface OtherFormula {
  /** As the author wrote it. */
  readonly source: string;
  /** The same in the words of KaTeX, with references resolved. */
  readonly rewritten: string;
  readonly isDisplay: boolean;
  /** The formulas of the page that defined commands before it. */
  readonly definitions: string;
  /** The owner's commands, such as `\R`. */
  readonly macros: Readonly<Record<string, string>>;
}
