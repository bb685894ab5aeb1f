/** Formulas as blocks: from `$$` at the start of a line to `$$` at the end of one. */
import type { Code, Construct, Effects, State } from 'micromark-util-types';

const dollar = 36;
const caret = 94;

/**
 * Reads display formulas. Whether a block is closed is read from `source`, the whole text, so that a
 * formula can end a paragraph, even of a list item or quote above it, as a code fence does.
 *
 * ```markdown
 * > | $$
 *     ^^
 * > | b
 *     ^
 * > | $$ ^id
 *     ^^^^^^
 * ```
 */
export function formulaBlock(source: string): Construct {
  return {
    name: 'formulaBlock',
    concrete: true,
    tokenize(effects, ok, nok) {
      if (!isClosed(source, this.now().offset)) return nok;
      const isLazy = (): boolean => Boolean(this.parser.lazy[this.now().line]);
      return new Block(effects, ok, nok, isLazy, Boolean(this.interrupt)).start;
    },
  };
}

/**
 * Whether the two dollars at an index are closed by the next two, with nothing after them on their line
 * but a block id. Looking further would make a long note one formula.
 */
function isClosed(source: string, start: number): boolean {
  const end = source.indexOf('$$', start + 2);
  if (end < 0) return false;
  const lineEnd = source.indexOf('\n', end);
  const rest = source.slice(end + 2, lineEnd < 0 ? source.length : lineEnd);
  return /^[ \t\r]*(?:\^[\w-]+[ \t\r]*)?$/u.test(rest);
}

class Block {
  private size = 0;
  private readonly effects: Effects;
  private readonly ok: State;
  private readonly nok: State;
  private readonly isLazy: () => boolean;
  private readonly interrupts: boolean;

  constructor(effects: Effects, ok: State, nok: State, isLazy: () => boolean, interrupts: boolean) {
    this.effects = effects;
    this.ok = ok;
    this.nok = nok;
    this.isLazy = isLazy;
    this.interrupts = interrupts;
  }

  readonly start: State = (code) => {
    this.effects.enter('mathFlow');
    return this.fence(code);
  };

  private fence(code: Code): State | undefined {
    this.effects.enter('mathFlowFence');
    this.effects.enter('mathFlowFenceSequence');
    this.size = 0;
    return this.sequence(code);
  }

  private readonly sequence: State = (code) => {
    if (code !== dollar) return this.nok(code);
    this.effects.consume(code);
    this.size += 1;
    if (this.size < 2) return this.sequence;
    this.effects.exit('mathFlowFenceSequence');
    this.effects.exit('mathFlowFence');
    return this.interrupts ? this.ok : this.line;
  };

  private readonly line: State = (code) => {
    if (code === null) return this.nok(code);
    if (code < -2) {
      this.effects.enter('lineEnding');
      this.effects.consume(code);
      this.effects.exit('lineEnding');
      return this.nextLine;
    }
    if (code === dollar) return this.effects.check(closingFence, this.end, this.value)(code);
    return this.value(code);
  };

  private readonly nextLine: State = (code) => (this.isLazy() ? this.nok(code) : this.line(code));

  private readonly value: State = (code) => {
    this.effects.enter('mathFlowValue');
    this.effects.consume(code);
    return this.more;
  };

  private readonly more: State = (code) => {
    if (code === null || code < -2 || code === dollar) {
      this.effects.exit('mathFlowValue');
      return this.line(code);
    }
    this.effects.consume(code);
    return this.more;
  };

  private readonly end: State = (code) =>
    this.effects.attempt(closingFence, this.finish, this.nok)(code);

  private readonly finish: State = (code) => {
    this.effects.exit('mathFlow');
    return this.ok(code);
  };
}

/** `$$` with nothing after it on its line but a block id. */
const closingFence: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let size = 0;
    effects.enter('mathFlowFence');
    effects.enter('mathFlowFenceSequence');
    return sequence;
    function sequence(code: Code): State | undefined {
      if (code === dollar && size < 2) {
        effects.consume(code);
        size += 1;
        return sequence;
      }
      if (size < 2) return nok(code);
      effects.exit('mathFlowFenceSequence');
      effects.exit('mathFlowFence');
      return trailing(code);
    }
    function trailing(code: Code): State | undefined {
      if (code === null || code < -2) return ok(code);
      if (code !== 32 && code !== -2 && code !== -1 && code !== caret) return nok(code);
      effects.enter('whitespace');
      effects.consume(code);
      if (code === caret) return blockId;
      effects.exit('whitespace');
      return trailing;
    }
    function blockId(code: Code): State | undefined {
      if (code !== null && code > 32) {
        effects.consume(code);
        return blockId;
      }
      effects.exit('whitespace');
      return trailing(code);
    }
  },
};
