/** The definitions of a preamble, such as `preamble.sty` of Obsidian's plugin “Extended MathJax”. */

/**
 * The definitions one by one, so that one which cannot be read costs only itself: each ends with a line
 * in which all its braces are closed. Comments and what loads packages are left out.
 */
export function definitionsIn(preamble: string): readonly string[] {
  const found: string[] = [];
  let definition = '';
  for (const line of preamble.split('\n').map(withoutComment)) {
    if (
      definition === '' &&
      /^\s*(?:$|\\(?:usepackage|RequirePackage|ProvidesPackage|NeedsTeXFormat)\b)/u.test(line)
    )
      continue;
    definition += `${line}\n`;
    if (openBraces(definition) > 0) continue;
    found.push(definition.trim());
    definition = '';
  }
  return definition === '' ? found : [...found, definition.trim()];
}

function withoutComment(line: string): string {
  return line.replace(/(?<!\\)((?:\\\\)*)%.*$/u, '$1');
}

function openBraces(text: string): number {
  const braces = text.match(/\\.|[{}]/gsu) ?? [];
  const count = (brace: string) => braces.filter((found) => found === brace).length;
  return count('{') - count('}');
}
