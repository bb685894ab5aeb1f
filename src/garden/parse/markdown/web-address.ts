/**
 * `https://…` and `www.…` in text, in GFM's tokens. Unlike GFM's own tokenizer it stops where an
 * address meets Chinese punctuation or a wiki link, as in `见https://a.b/c，然后`.
 */
import type {
  Code,
  Construct,
  Extension,
  Previous,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink';
    literalAutolinkHttp: 'literalAutolinkHttp';
    literalAutolinkWww: 'literalAutolinkWww';
  }
}

/** Tokens of addresses; replaces GFM's own tokenizers for them. */
export function webAddressSyntax(): Extension {
  return {
    disable: { null: ['protocolAutolink', 'wwwAutolink'] },
    text: { 72: http, 104: http, 87: www, 119: www },
  };
}

const isNotAfterLetter: Previous = (code) =>
  !(code !== null && /[A-Za-z0-9]/u.test(String.fromCharCode(Math.max(code, 0))));

const http = address('literalAutolinkHttp', /^https?:\/\/[A-Za-z0-9]/iu);
const www = address('literalAutolinkWww', /^www\.[A-Za-z0-9]/iu);

function address(type: TokenType, start: RegExp): Construct {
  return {
    name: type,
    previous: isNotAfterLetter,
    tokenize(effects, ok, nok) {
      let length = 0;
      const found = (text: string): boolean => {
        length = start.test(text) ? addressLength(text) : 0;
        return length > 0 && !isInLabel(this);
      };
      return effects.check(lookahead(start, found), begin, nok);
      function begin(code: Code): State | undefined {
        effects.enter('literalAutolink');
        effects.enter(type);
        return more(code);
      }
      function more(code: Code): State | undefined {
        if (length > 0) {
          effects.consume(code);
          length -= 1;
          return more;
        }
        effects.exit(type);
        effects.exit('literalAutolink');
        return ok(code);
      }
    },
  };
}

/** Longest beginning of an address: `https://x`. */
const startLength = 9;
const hostCharacter = /[A-Za-z0-9._~%:@/-]/;

/**
 * Reads to the next space, then checks whether that text is an address. It ends as soon as the text
 * cannot be one, so that a long line without spaces is not read once for each of its letters.
 */
function lookahead(start: RegExp, found: (text: string) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let text = '';
      let hasHost = false;
      effects.enter('data');
      return more;
      function more(code: Code): State | undefined {
        if (code === null || code <= 32 || code === 60) {
          effects.exit('data');
          return found(text) ? ok(code) : nok(code);
        }
        const character = String.fromCharCode(code);
        hasHost ||= character === '.';
        if (isOther(character)) return nok(code);
        text += character;
        effects.consume(code);
        return more;
      }
      function isOther(next: string): boolean {
        if (text.length === startLength && !start.test(text)) return true;
        const endsHost = next === '/' && text.length >= startLength;
        return !hasHost && (endsHost || !hostCharacter.test(next));
      }
    },
  };
}

/** In a label an address is the label's text; GFM handles other cases later. */
function isInLabel(context: TokenizeContext): boolean {
  for (let index = context.events.length - 1; index >= 0; index -= 1) {
    const token = context.events[index]?.[1];
    if ((token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced)
      return true;
  }
  return false;
}

const host = /^(?:https?:\/\/)?[A-Za-z0-9._~%:@-]*[A-Za-z0-9]/iu;
const stop =
  /[\u3000-\u3002\u3008-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5b\uff5d“”‘’…|\u0060]|\[\[|\]\]/u;

/** Length of the address at the start of a run without spaces; the rest is punctuation of the sentence. */
function addressLength(text: string): number {
  const name = host.exec(text)?.[0] ?? '';
  if (!name.includes('.')) return 0;
  const path = text.slice(name.length);
  if (!/^[/?#]/u.test(path)) return name.length;
  const end = stop.exec(path)?.index ?? path.length;
  return name.length + withoutTrail(path.slice(0, end)).length;
}

/** GFM: trailing punctuation, an entity, and unopened closing brackets are not part of it. */
function withoutTrail(path: string): string {
  let unopened = path.split(')').length - path.split('(').length;
  let end = path.length;
  for (;;) {
    const last = path[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (last === '' || !trailing.has(last)) return path.slice(0, end);
    const entity =
      last === ';' ? /&[A-Za-z0-9]{1,32};$/u.exec(path.slice(0, end).slice(-34)) : null;
    end -= entity?.[0].length ?? 1;
  }
}

const trailing = new Set('?!.,:*_~\'"];');
