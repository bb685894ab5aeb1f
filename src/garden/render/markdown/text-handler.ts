/** Escapes text as mdast-util-to-markdown does, with fewer questions. */
import type { Text } from 'mdast';
import { defaultHandlers, type Handle, type State, type Unsafe } from 'mdast-util-to-markdown';

/** A handler that gives the first character of its output without serializing it. */
export type PeekingHandle = Handle & { peek: Handle };

/** A pattern with its place in the serializer's list, whose order matters where two find the same place. */
interface Ranked {
  readonly rank: number;
  readonly pattern: Unsafe;
}

/** Patterns by the code of their character. */
type Patterns = readonly (readonly Ranked[] | undefined)[];

/** Of each list of patterns that a serializer has. */
const known = new WeakMap<readonly Unsafe[], Patterns>();

/**
 * Escapes text as the default handler does, which tries some sixty patterns on each text: here only those whose
 * character occurs in the text or beside it. `peek` avoids serializing the text twice.
 */
export const text: PeekingHandle = (node: Text, parent, state, info) => {
  const { unsafe } = state;
  const possible = patternsIn(`${info.before}${node.value}${info.after}`, patternsOf(state));
  if (possible.length === 0 && !node.value.includes('\\')) return node.value;
  state.unsafe = possible;
  const written = defaultHandlers.text(node, parent, state, info);
  state.unsafe = unsafe;
  return written;
};

text.peek = (node) => node.value.slice(0, 1);

function patternsOf({ unsafe }: State): Patterns {
  const found = known.get(unsafe);
  if (found !== undefined) return found;
  const patterns: Ranked[][] = [];
  for (const [rank, pattern] of unsafe.entries()) {
    const code = pattern.character.charCodeAt(0);
    patterns[code] = [...(patterns[code] ?? []), { rank, pattern }];
  }
  known.set(unsafe, patterns);
  return patterns;
}

function patternsIn(value: string, patterns: Patterns): Unsafe[] {
  const found: Ranked[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    const those = code < patterns.length ? patterns[code] : undefined;
    if (those === undefined || seen.has(code)) continue;
    seen.add(code);
    found.push(...those);
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ pattern }) => pattern);
}
