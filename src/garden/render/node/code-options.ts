/**
 * Options of a code fence behind its language, as the common programs write them: rehype-pretty-code
 * (Quartz) `title="a.ts" {1,3-5} /word/ showLineNumbers{9}`, Expressive Code (Starlight)
 * `mark={1} ins={2} del={3} "word" wrap startLineNumber=9`, Docusaurus `title=a.ts {1-3}`, Hugo
 * `{linenos=table,hl_lines=[8,"15-17"],linenostart=199}`, Obsidian's Code Styler
 * `title:a.ts hl:1,3-5 ln:true wrap`.
 */
import { ownValue } from '../../own-value.ts';
import type { CodeMarks } from '../highlighter.ts';

export interface CodeOptions {
  /** Shown above the code, usually a file's name; empty for none. */
  readonly title: string;
  readonly marks: CodeMarks;
  /** Number of the first line; null where lines have no numbers. */
  readonly firstLine: number | null;
  /** Whether long lines wrap instead of scrolling. */
  readonly wraps: boolean;
}

interface Options {
  title: string;
  highlighted: number[];
  added: number[];
  removed: number[];
  words: string[];
  isNumbered: boolean;
  start: number;
  wraps: boolean;
}

/** A range beyond it is a mistake, and would only cost memory. */
const maxLine = 10_000;

/** Whether an option without a value, or with this one, is switched on. */
const isOn = (value: string) => !/^(?:false|0|no|off)$/i.test(value);

/** What an option does, by its name in lower case. */
const readers: Readonly<Record<string, (options: Options, value: string) => void>> = {
  ...all(['title', 'filename', 'file'], (options, value) => {
    options.title = value.trim();
  }),
  ...all(['hl', 'mark', 'hl_lines', 'highlight'], (options, value) => {
    options.highlighted.push(...linesIn(value));
  }),
  ...all(['ins', 'add'], (options, value) => {
    options.added.push(...linesIn(value));
  }),
  ...all(['del', 'remove'], (options, value) => {
    options.removed.push(...linesIn(value));
  }),
  ...all(['ln', 'linenos', 'showlinenumbers', 'line-numbers'], (options, value) => {
    options.isNumbered = isOn(value);
    if (/^\d+$/.test(value)) options.start = Number(value);
  }),
  ...all(['linenostart', 'startlinenumber'], (options, value) => {
    if (!/^\d+$/.test(value)) return;
    options.isNumbered = true;
    options.start = Number(value);
  }),
  ...all(['wrap'], (options, value) => {
    options.wraps = isOn(value);
  }),
};

function all<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** One option: a name with a value, a value alone, or a name alone. */
const option =
  /(?:([\w-]+)(?:\s*[=:]\s*|(?=\{)))?(?:"([^"\n]*)"|'([^'\n]*)'|\{([^{}]*)\}|\[([^[\]]*)\]|\/([^/\s][^/]*)\/(?=\s|$))|([\w-]+)\s*[=:]\s*([^\s{}"']+)|([\w-]+)/g;

/**
 * Reads the options of a fence.
 * @param text what stands behind the language, in the syntax of any of the programs above; what none of
 * them knows is ignored.
 */
export function codeOptions(text: string): CodeOptions {
  const options: Options = {
    ...{ title: '', highlighted: [], added: [], removed: [], words: [] },
    ...{ isNumbered: false, start: 1, wraps: false },
  };
  // Some sites write a file's name behind a colon: `js:src/app.js`.
  options.title = /^:\s*(\S+\.\w+)/.exec(text)?.[1] ?? '';
  read(options, text.replace(/^:\s*\S+\.\w+|^[:,]/, ' '));
  const { title, highlighted, added, removed, words, wraps } = options;
  return {
    title,
    marks: { highlighted, added, removed, words },
    firstLine: options.isNumbered ? options.start : null,
    wraps,
  };
}

function read(options: Options, text: string): void {
  for (const [
    ,
    named,
    double,
    single,
    braces,
    brackets,
    slashes,
    bare,
    value,
    flag,
  ] of text.matchAll(option)) {
    const name = (named ?? bare ?? flag)?.toLowerCase();
    const given = double ?? single ?? braces ?? brackets ?? slashes ?? value;
    if (name !== undefined) ownValue(readers, name)?.(options, given ?? '');
    else if (braces?.includes('=')) read(options, braces.replaceAll(',', ' , '));
    else if (braces !== undefined) options.highlighted.push(...linesIn(braces));
    else if (given && brackets === undefined) options.words.push(given);
  }
}

/** The numbers in `1,3-5`, also as Hugo's `8,"15-17"` or `2 4-5`. */
function linesIn(text: string): number[] {
  return [...text.matchAll(/(\d{1,5})(?:\s*-\s*(\d{1,5}))?/g)].flatMap(([, from, to]) => {
    const first = Number(from);
    const last = Math.min(Number(to ?? from), maxLine);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}
