/** Formulas as blocks: from `$$` at the start of a line to `$$` at the end of one. */
import type { Code, Construct, Effects, State } from 'micromark-util-types';

const dollar = 36;

/**
 * Reads display formulas. `lastDollars` is the index of the last `$$` in the source:
 * after it nothing can close a block.
 *
 * ```markdown
 * > | $$
 *     ^^
 * > | b
 *     ^
 * > | $$
 *     ^^
 * ```
 */
export function formulaBlock(lastDollars: number): Construct {
  return {
    name: 'formulaBlock',
    concrete: true,
    tokenize(effects, ok, nok) {
      const isLazy = (): boolean => Boolean(this.parser.lazy[this.now().line]);
      if (lastDollars <= this.now().offset) return nok;
      return new Block(effects, ok, nok, isLazy).start;
    },
  };
}

class Block {
  private size = 0;
  private readonly effects: Effects;
  private readonly ok: State;
  private readonly nok: State;
  private readonly isLazy: () => boolean;

  constructor(effects: Effects, ok: State, nok: State, isLazy: () => boolean) {
    this.effects = effects;
    this.ok = ok;
    this.nok = nok;
    this.isLazy = isLazy;
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
    return this.line;
  };

  private readonly line: State = (code) => {
    if (code === null) return this.nok(code);
    if (code < -2) {
      this.effects.enter('lineEnding');
      this.effects.consume(code);
      this.effects.exit('lineEnding');
      return this.nextLine;
    }
    if (code === dollar) return this.effects.check(closingFence, this.end, this.inner)(code);
    return this.value(code);
  };

  private readonly nextLine: State = (code) => (this.isLazy() ? this.nok(code) : this.line(code));

  /** Two dollars with text after them end no block; looking further could swallow a long note. */
  private readonly inner: State = (code) =>
    this.effects.check(twoDollars, this.nok, this.value)(code);

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

/** `$$` with nothing after it on its line. */
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
      if (code !== 32 && code !== -2 && code !== -1) return nok(code);
      effects.enter('whitespace');
      effects.consume(code);
      effects.exit('whitespace');
      return trailing;
    }
  },
};

const twoDollars: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return first;
    function first(code: Code): State | undefined {
      if (code !== dollar) return nok(code);
      effects.enter('mathFlowFenceSequence');
      effects.consume(code);
      return second;
    }
    function second(code: Code): State | undefined {
      effects.exit('mathFlowFenceSequence');
      return code === dollar ? ok(code) : nok(code);
    }
  },
};
