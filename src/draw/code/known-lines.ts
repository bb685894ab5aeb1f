/** The same line in the same state of a grammar is tokenized once: most lines of code are seen again and again. */
import type { HighlighterCore } from 'shiki/core';

type Grammar = ReturnType<HighlighterCore['getLanguage']>;
type Tokens = ReturnType<Grammar['tokenizeLine2']>;
type State = Tokens['ruleStack'];

/** A level of a state as the library gives it to who compares states: all that the next line depends on. */
interface Level {
  toStateStackFrame?(): object;
  pop?(): Level | null;
}

/** Lines of a grammar that are kept, and the length of the longest of them. */
const maxLines = 10_000;
const maxLength = 200;

/**
 * Makes a grammar keep the tokens of the lines that it has seen. What a line becomes is a function of its
 * text and of the state in which it begins, since no time limit is set; two states are one when all their
 * levels are alike. `equals` of the library does not tell whether the line above was taken whole.
 */
export function keepKnownLines(grammar: Grammar): void {
  const tokenize = grammar.tokenizeLine2.bind(grammar);
  let states = new Map<string, State>();
  let known = new Map<State | null, Map<string, Tokens>>();
  let size = 0;
  const only = (state: State) => {
    const key = keyOf(state);
    if (key === null) return state;
    const first = states.get(key) ?? state;
    states.set(key, first);
    return first;
  };
  grammar.tokenizeLine2 = (line, state, timeLimit) => {
    if (line.length > maxLength) return tokenize(line, state, timeLimit);
    if (size === maxLines) {
      states = new Map();
      known = new Map();
      size = 0;
    }
    const lines = known.get(state) ?? new Map<string, Tokens>();
    const seen = lines.get(line);
    if (seen !== undefined) return seen;
    const { ruleStack, ...tokens } = tokenize(line, state, timeLimit);
    const result = { ...tokens, ruleStack: only(ruleStack) };
    known.set(state, lines.set(line, result));
    size += 1;
    return result;
  };
}

/** A text that two states share only when they are alike; null for a state that does not tell its levels. */
function keyOf(state: State): string | null {
  const levels: object[] = [];
  for (let level: Level | null = state as Level; level !== null; level = level.pop?.() ?? null) {
    if (level.toStateStackFrame === undefined) return null;
    levels.push(level.toStateStackFrame());
  }
  return JSON.stringify(levels);
}
