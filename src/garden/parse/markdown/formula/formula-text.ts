/** Inline formulas: between single or double dollar signs. */
import type { Code, Construct, Effects, State } from 'micromark-util-types';

const dollar = 36;
const backslash = 92;

/**
 * Reads `$a$` and `$$a$$` inside a paragraph.
 *
 * ```markdown
 * > | a $b$ c
 *       ^^^
 * ```
 */
export const formulaText: Construct = {
  name: 'formulaText',
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
