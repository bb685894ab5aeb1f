/** The nodes of MDX in the body of a note. */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast';

/**
 * Code of an MDX note: an element, an expression in braces, or statements such as imports. Only Astro
 * runs it; everywhere else only its children are shown.
 */
export interface MdxPart extends Parent {
  type: 'mdxPart';
  kind: 'element' | 'expression' | 'statements';
  /** Name of an element, '' for `<>…</>`. */
  name: string;
  attributes: readonly MdxAttribute[];
  /** The expression or the statements, as written. */
  code: string;
  /** Whether it stands in a line, so that its children are inline content. */
  isInline: boolean;
  children: (BlockContent | DefinitionContent | PhrasingContent)[];
}

/** An attribute; without a name it is an expression that is spread: `{...rest}`. */
export interface MdxAttribute {
  readonly name: string;
  /** A text, or true where only the name is written; null where `code` gives the value. */
  readonly value: string | true | null;
  readonly code: string;
}

declare module 'mdast' {
  interface RootContentMap {
    mdxPart: MdxPart;
  }
  interface PhrasingContentMap {
    mdxPart: MdxPart;
  }
  interface BlockContentMap {
    mdxPart: MdxPart;
  }
}
