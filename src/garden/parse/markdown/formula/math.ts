/**
 * Math as the programs read it, in remark-math's tokens, which become its nodes. It differs from
 * remark-math's own tokenizer where notes do: `$5 and $6` is money (a formula has no space inside
 * its dollars and no digit after them), `\$` does not end a formula, `$$ a` may begin a block with
 * its first line, and unclosed dollars are text instead of hiding the rest of the note.
 */
import type { Extension } from 'micromark-util-types';
import { formulaBlock } from './formula-block.ts';
import { formulaText } from './formula-text.ts';

const dollar = 36;

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathFlow: 'mathFlow';
    mathFlowFence: 'mathFlowFence';
    mathFlowFenceSequence: 'mathFlowFenceSequence';
    mathFlowValue: 'mathFlowValue';
    mathText: 'mathText';
    mathTextData: 'mathTextData';
    mathTextSequence: 'mathTextSequence';
  }
}

/** Tokens of formulas in `source`; replaces remark-math's tokenizer. */
export function mathSyntax(source: string): Extension {
  return {
    disable: { null: ['mathText', 'mathFlow'] },
    text: { [dollar]: formulaText },
    flow: { [dollar]: formulaBlock(source) },
  };
}
