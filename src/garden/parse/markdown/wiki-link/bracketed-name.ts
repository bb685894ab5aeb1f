/** Names that remark-wiki-link cannot read: embeds, and names with brackets in them or an empty label. */
import type {
  Code,
  Construct,
  Effects,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import type { Syntax } from '../syntax.ts';

const leftBracket = 91;
const rightBracket = 93;
const bar = 124;

/** Reads `![[name]]` ('embed'), `[[a [b]]]` or `[[a|]]` ('brackets'), into remark-wiki-link's tokens. */
export function bracketedName(form: 'embed' | 'brackets', syntax: Syntax): Construct {
  return {
    name: form === 'embed' ? 'wikiEmbed' : 'wikiLinkWithBrackets',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const name = new BracketedName(effects, ok, nok, form, syntax === 'logseq');
      return name.start;
    },
  };
}

/**
 * ```markdown
 * > | ![[a [b] c|d]]
 *     ^^^^^^^^^^^^^^
 * ```
 */
class BracketedName {
  private opened = 0;
  /** Brackets that are open inside the name: counted so that `[[a [b]]]` ends after three. */
  private depth = 0;
  private closing = 0;
  private previous: Code = null;
  private hasText = false;
  private hasBrackets = false;
  private readonly effects: Effects;
  private readonly ok: State;
  private readonly nok: State;
  private readonly embed: boolean;
  private readonly nests: boolean;

  constructor(effects: Effects, ok: State, nok: State, form: string, nests: boolean) {
    this.effects = effects;
    this.ok = ok;
    this.nok = nok;
    this.embed = form === 'embed';
    this.nests = nests;
  }

  readonly start: State = (code) => {
    this.enter('wikiLink');
    this.enter('wikiLinkMarker');
    if (!this.embed) return this.open(code);
    this.effects.consume(code);
    return this.open;
  };

  private readonly open: State = (code) => {
    if (code !== leftBracket) return this.nok(code);
    this.effects.consume(code);
    this.opened += 1;
    if (this.opened < 2) return this.open;
    this.exit('wikiLinkMarker');
    return this.begin;
  };

  private readonly begin: State = (code) => {
    if (code === leftBracket && !this.nests) return this.nok(code);
    this.enter('wikiLinkData');
    this.enter('wikiLinkTarget');
    return this.inside(code);
  };

  private readonly inside: State = (code) => {
    if (code === null || code < -2) return this.nok(code);
    if (code === rightBracket && this.depth === 0)
      return this.effects.check(end, this.close, this.bracket)(code);
    if (code === leftBracket || code === rightBracket) return this.bracket(code);
    if (code > 32 && code !== bar) this.hasText = true;
    this.previous = code;
    this.effects.consume(code);
    return this.inside;
  };

  private readonly bracket: State = (code) => {
    if (code === leftBracket && this.previous === leftBracket && !this.nests) return this.nok(code);
    this.hasBrackets = true;
    this.previous = code;
    this.depth += code === leftBracket ? 1 : this.depth > 0 ? -1 : 0;
    this.effects.consume(code);
    return this.inside;
  };

  private readonly close: State = (code) => {
    if (this.closing === 0) {
      if (!this.hasText || !(this.embed || this.hasBrackets || this.hasEmptyLabel)) {
        return this.nok(code);
      }
      this.exit('wikiLinkTarget');
      this.exit('wikiLinkData');
      this.enter('wikiLinkMarker');
    }
    if (this.closing === 2) {
      this.exit('wikiLinkMarker');
      this.exit('wikiLink');
      return this.ok(code);
    }
    this.effects.consume(code);
    this.closing += 1;
    return this.close;
  };

  /** `[[name|]]` is a link in Obsidian; a bar belongs to the names of Logseq. */
  private get hasEmptyLabel(): boolean {
    return this.previous === bar && !this.nests;
  }

  private enter(type: TokenType): void {
    this.effects.enter(type);
  }

  private exit(type: TokenType): void {
    this.effects.exit(type);
  }
}

/** `]]` */
const end: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let count = 0;
    return more;
    function more(code: Code): State | undefined {
      if (code !== rightBracket) return nok(code);
      if (count === 0) effects.enter('wikiLinkMarker');
      effects.consume(code);
      count += 1;
      if (count < 2) return more;
      effects.exit('wikiLinkMarker');
      return ok;
    }
  },
};
