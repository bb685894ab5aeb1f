/**
 * Math as the programs read it, in remark-math's tokens, so that its nodes come out. It differs from
 * remark-math's own tokenizer where notes do: `$5 and $6` is money (a formula has no space inside
 * its dollars and no digit behind them), `\$` does not end a formula, `$$ a` may begin a block with
 * its first line, and dollars that nothing closes are text instead of hiding the rest of the note.
 */
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

const dollar = 36;
const backslash = 92;

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

/** Tokens of formulas in `source`; remark-math's tokenizer is put out of use. */
export function mathSyntax(source: string): Extension {
  return {
    disable: { null: ['mathText', 'mathFlow'] },
    text: { [dollar]: formula },
    flow: { [dollar]: block(source.lastIndexOf('$$')) },
  };
}

/**
 * ```markdown
 * > | a $b$ c
 *       ^^^
 * ```
 */
const formula: Construct = {
  name: 'formula',
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape';
  },
  tokenize(effects, ok, nok) {
    return new Formula(effects, ok, nok).start;
  },
};

class Formula {
  private size = 0;
  private closing = 0;
  private last: Code = null;
  private hasText = false;
  private readonly effects: Effects;
  private readonly ok: State;
  private readonly nok: State;

  constructor(effects: Effects, ok: State, nok: State) {
    this.effects = effects;
    this.ok = ok;
    this.nok = nok;
  }

  readonly start: State = (code) => {
    this.effects.enter('mathText');
    this.effects.enter('mathTextSequence');
    return this.open(code);
  };

  private readonly open: State = (code) => {
    if (code === dollar && this.size < 3) {
      this.effects.consume(code);
      this.size += 1;
      return this.open;
    }
    this.effects.exit('mathTextSequence');
    if (this.size > 2 || (this.size === 1 && isSpace(code))) return this.nok(code);
    return this.between(code);
  };

  private readonly between: State = (code) => {
    if (code === null) return this.nok(code);
    if (code < -2) {
      this.effects.enter('lineEnding');
      this.effects.consume(code);
      this.effects.exit('lineEnding');
      this.last = code;
      return this.between;
    }
    if (code === dollar) {
      this.effects.enter('mathTextSequence');
      this.closing = 0;
      return this.close(code);
    }
    this.effects.enter('mathTextData');
    return this.data(code);
  };

  private readonly data: State = (code) => {
    if (code === null || code < -2 || (code === dollar && this.last !== backslash)) {
      this.effects.exit('mathTextData');
      return this.between(code);
    }
    this.last = code === backslash && this.last === backslash ? null : code;
    this.hasText ||= !isSpace(code);
    this.effects.consume(code);
    return this.data;
  };

  private readonly close: State = (code) => {
    if (code === dollar && this.closing < this.size) {
      this.effects.consume(code);
      this.closing += 1;
      return this.close;
    }
    const glued = this.size === 1 && (isSpace(this.last) || isDigit(code));
    if (this.closing !== this.size || glued || !this.hasText || code === dollar)
      return this.nok(code);
    this.effects.exit('mathTextSequence');
    this.effects.exit('mathText');
    return this.ok(code);
  };
}

function isSpace(code: Code): boolean {
  return code === null || code <= 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

/**
 * ```markdown
 * > | $$
 *     ^^
 * > | b
 *     ^
 * > | $$
 *     ^^
 * ```
 */
function block(lastDollars: number): Construct {
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

/** `$$` with nothing behind it on its line. */
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
