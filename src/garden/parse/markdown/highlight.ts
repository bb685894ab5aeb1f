/**
 * `==marked==`, Logseq's `^^marked^^` and `~~struck~~` as tokens: two markers with text directly inside
 * them. Unlike emphasis there is no flanking rule, so that it works between Chinese characters.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';
import type { Syntax } from './syntax.ts';
import '../../body.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    highlight: 'highlight';
    highlightSequence: 'highlightSequence';
    highlightText: 'highlightText';
    possibleMark: 'possibleMark';
    strikethrough: 'strikethrough';
    strikethroughSequence: 'strikethroughSequence';
    strikethroughText: 'strikethroughText';
  }
}

const equalsTo = 61;
const caret = 94;
const tilde = 126;

/** Tokens for the markers of a program; replaces GFM's own tokenizer for `~~struck~~`. */
export function markSyntax(syntax: Syntax): Extension {
  const markers = syntax === 'logseq' ? [equalsTo, caret, tilde] : [equalsTo, tilde];
  const constructs = markers.map(construct);
  return {
    disable: { null: ['strikethrough'] },
    text: Object.fromEntries(markers.map((marker, index) => [marker, constructs[index]])),
    insideSpan: { null: constructs },
    attentionMarkers: { null: [...markers] },
  };
}

/** Nodes from the tokens: `highlight` without a colour. */
export const highlightFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({ type: 'highlight', color: '', children: [] }, token);
    },
  },
  exit: {
    highlight(token) {
      this.exit(token);
    },
  },
};

function construct(marker: number): Construct {
  return {
    name: `mark${marker}`,
    resolveAll: (events, context) => pairMarkers(events, context, marker),
    tokenize(effects, ok, nok) {
      const previous = this.previous;
      let size = 0;
      return start;
      function start(code: Code): State | undefined {
        if (previous === marker) return nok(code);
        effects.enter('possibleMark');
        return more(code);
      }
      function more(code: Code): State | undefined {
        if (code === marker && size < 3) {
          effects.consume(code);
          size += 1;
          return more;
        }
        if (size !== 2) return nok(code);
        const token = effects.exit('possibleMark');
        token._open = !isSpace(code);
        token._close = !isSpace(previous);
        return ok(code);
      }
    },
  };
}

function isSpace(code: Code): boolean {
  return code === null || code <= 32 || code === 0x3000 || code === 0xa0;
}

function pairMarkers(events: Event[], context: TokenizeContext, marker: number): Event[] {
  const isMarker = ([, token]: Event): boolean =>
    token.type === 'possibleMark' && codeOf(token, context) === marker;
  let open = -1;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as Event;
    if (event[0] !== 'enter' || !isMarker(event)) continue;
    if (open >= 0 && event[1]._close && index > open + 2) {
      index = wrap(events, open, index, context);
      open = -1;
    } else if (event[1]._open) open = index;
  }
  for (const event of events) if (isMarker(event)) event[1].type = 'data';
  return events;
}

function codeOf(token: Token, context: TokenizeContext): number {
  return context.sliceSerialize(token).charCodeAt(0);
}

/** Wraps the events between two markers in one token; returns the index of its last event. */
function wrap(events: Event[], open: number, close: number, context: TokenizeContext): number {
  const opening = (events[open] as Event)[1];
  const closing = (events[close] as Event)[1];
  const name = codeOf(opening, context) === tilde ? 'strikethrough' : 'highlight';
  opening.type = `${name}Sequence`;
  closing.type = `${name}Sequence`;
  const whole = token(name, opening.start, closing.end);
  const text = token(`${name}Text`, opening.end, closing.start);
  const wrapped: Event[] = [
    ['enter', whole, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
    ...resolveSpan(events.slice(open + 2, close), context),
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', whole, context],
  ];
  events.splice(open, close + 2 - open, ...wrapped);
  return open + wrapped.length - 1;
}

function token(type: TokenType, start: Token['start'], end: Token['end']): Token {
  return { type, start: { ...start }, end: { ...end } };
}

function resolveSpan(events: Event[], context: TokenizeContext): Event[] {
  let resolved = events;
  const seen = new Set<unknown>();
  for (const { resolveAll } of context.parser.constructs.insideSpan.null ?? []) {
    if (!resolveAll || seen.has(resolveAll)) continue;
    resolved = resolveAll(resolved, context);
    seen.add(resolveAll);
  }
  return resolved;
}
