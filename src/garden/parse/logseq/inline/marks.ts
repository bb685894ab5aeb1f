/** Logseq's inline syntax beyond emphasis, each mark with its place in the text. */

import type { Citation } from '../../../body.ts';

export interface ImageSize {
  readonly width: number | null;
  readonly height: number | null;
}

export type InlineMark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'page'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'block'; readonly id: string }
  | { readonly kind: 'macro'; readonly name: string; readonly arguments: string }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'math'; readonly value: string; readonly display: boolean }
  | { readonly kind: 'html'; readonly value: string }
  | { readonly kind: 'address'; readonly url: string; readonly label: string }
  | {
      readonly kind: 'labelled';
      readonly image: boolean;
      readonly label: string;
      /** Offset of the label in the text. */
      readonly labelStart: number;
      readonly destination: string;
      readonly title: string;
      readonly size: ImageSize | null;
    }
  | { readonly kind: 'footnote'; readonly label: string }
  | { readonly kind: 'citation'; readonly citation: Citation }
  /** The wrap plugin's page reference that only colours the highlight after it. */
  | { readonly kind: 'color'; readonly token: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'script'; readonly element: 'sup' | 'sub'; readonly value: string }
  /** Characters that Markdown must not touch. */
  | { readonly kind: 'text'; readonly value: string }
);
