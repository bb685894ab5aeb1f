/** Marked lines and words of code, by Shiki's own transformers. */
import {
  findAllSubstringIndexes,
  transformerNotationDiff,
  transformerNotationErrorLevel,
  transformerNotationFocus,
  transformerNotationHighlight,
  transformerNotationWordHighlight,
} from '@shikijs/transformers';
import type { DecorationItem, ShikiTransformer } from 'shiki/core';
import type { CodeMarks } from '../../garden/render/highlighter.ts';

/** Marks that comments make: `// [!code ++]`. The comments are not shown. */
const notations = [
  transformerNotationDiff(),
  transformerNotationHighlight(),
  transformerNotationFocus(),
  transformerNotationErrorLevel(),
  transformerNotationWordHighlight(),
];

/** Whether anything is marked. */
export function hasMarks({ highlighted, added, removed, words }: CodeMarks): boolean {
  return [highlighted, added, removed, words].some((list) => list.length > 0);
}

/** What marks this code's lines: comments in it, and the options of its fence. */
export function markTransformers(code: string, marks: CodeMarks | null): ShikiTransformer[] {
  return [
    ...(code.includes('[!code') ? notations : []),
    ...(marks === null ? [] : [lineTransformer(marks)]),
  ];
}

function lineTransformer({ highlighted, added, removed }: CodeMarks): ShikiTransformer {
  const kinds = [
    { lines: new Set(highlighted), classes: ['highlighted'], block: 'has-highlighted' },
    { lines: new Set(added), classes: ['diff', 'add'], block: 'has-diff' },
    { lines: new Set(removed), classes: ['diff', 'remove'], block: 'has-diff' },
  ];
  return {
    line(node, line) {
      for (const { lines, classes, block } of kinds) {
        if (!lines.has(line)) continue;
        this.addClassToHast(node, classes);
        this.addClassToHast(this.pre, block);
      }
    },
  };
}

/** Each place of each word; of places that overlap, which Shiki refuses, only the first. */
export function wordsAsDecorations(code: string, words: readonly string[]): DecorationItem[] {
  const found = words
    .filter((word) => word !== '')
    .flatMap((word) =>
      findAllSubstringIndexes(code, word).map((start) => ({ start, end: start + word.length })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: { start: number; end: number }[] = [];
  for (const place of found) if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  const properties = { class: 'highlighted-word' };
  return kept.map((place) => ({ ...place, alwaysWrap: true, properties }));
}
