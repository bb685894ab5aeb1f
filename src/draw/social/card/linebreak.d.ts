/** The part of `linebreak` that is used; the package brings no types. */
declare module 'linebreak' {
  interface Break {
    /** Offset in the text before which a line may begin. */
    readonly position: number;
    readonly required: boolean;
  }

  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }

  export = LineBreaker;
}
