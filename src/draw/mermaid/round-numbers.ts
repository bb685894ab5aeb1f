/** Cuts the numbers of a drawing to few decimals: a tenth of a pixel is not seen in a line. */

/** A whole number of CSS or of an attribute, none within a name, a colour or another number. */
const longNumber = /(?<![\w.#-])-?\d*\.\d{2,}(?:e-?\d+)?/gu;

/** Text of an attribute or of a style sheet with its numbers cut to two decimals. */
export function roundNumbers(text: string): string {
  return text.replace(longNumber, (number) => rounded(number, 2));
}

const pathPart = /(?<command>[a-z])|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|[\s,]+/giy;
const flag = /[\s,]*(?<number>[01])/y;

/**
 * Path data, or a list of points, with its numbers cut to one decimal. In both a second point, a sign, or
 * the one digit of an arc's flag ends a number without white space (SVG 2, 9.3.9). What is none of
 * this grammar stays as it is.
 */
export function roundPath(data: string): string {
  let written = '';
  for (const part of pathParts(data)) {
    if (part === null) return data;
    const isNumber = /[\d.]$/.test(part);
    const short = isNumber ? rounded(part, 1) : part;
    const joins = isNumber && /[\d.]$/.test(written) && !short.startsWith('-');
    written += joins ? ` ${short}` : short;
  }
  return written;
}

/** The commands and numbers of path data; null where it is none. */
export function* pathParts(data: string): Generator<string | null> {
  let command = '';
  let count = 0;
  let at = 0;
  while (at < data.length) {
    const match = matchAt(patternAfter(command, count), data, at) ?? matchAt(pathPart, data, at);
    if (match === null) return yield null;
    at += match[0].length;
    const { command: letter, number } = match.groups ?? {};
    command = letter?.toLowerCase() ?? command;
    count = letter === undefined ? count + Number(number !== undefined) : 0;
    const part = letter ?? number;
    if (part !== undefined) yield part;
  }
}

/** The fourth and fifth of the seven numbers of an arc are flags. */
function patternAfter(command: string, count: number): RegExp {
  return command === 'a' && (count % 7 === 3 || count % 7 === 4) ? flag : pathPart;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function rounded(number: string, decimals: number): string {
  return String(Number(Number(number).toFixed(decimals)));
}
