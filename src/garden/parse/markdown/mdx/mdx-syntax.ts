/**
 * MDX beside Markdown: elements, expressions in braces, and statements. Tokens are those of remark-mdx,
 * except where they would make text an error: `a <5`, `<https://…>`, `<br>`, `<!-- … -->` and lines such
 * as “import the data” are read as in Markdown.
 */
import { autolink, htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';
import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';

const lessThan = 60;
const letterE = 101;
const letterI = 105;

/** Adds the syntax of MDX to a processor that reads `source`. */
export function mdxSyntax(this: Processor, source: string): void {
  const data = this.data();
  const before = data.micromarkExtensions?.length ?? 0;
  remarkMdx.call(this as never);
  data.micromarkExtensions = data.micromarkExtensions?.map((extension, index) =>
    index < before ? extension : withText(extension as Extension, source),
  );
}

/** The extension without what makes text an error, and with the HTML that is no element of MDX. */
function withText(extension: Extension, source: string): Extension {
  const isElement = (offset: number) => startsElement(source, offset);
  const isText = (offset: number) => !isElement(offset);
  const isStatement = (offset: number) => matchAt(statement, source, offset) !== '';
  const { flow = {}, text = {} } = extension;
  return {
    ...extension,
    flow: {
      ...flow,
      [lessThan]: [...onlyWhere(isElement, flow[lessThan]), ...onlyWhere(isText, htmlFlow)],
      [letterE]: onlyWhere(isStatement, flow[letterE]),
      [letterI]: onlyWhere(isStatement, flow[letterI]),
    },
    text: {
      ...text,
      [lessThan]: [
        ...onlyWhere(isElement, text[lessThan]),
        ...onlyWhere(isText, autolink),
        ...onlyWhere(isText, htmlText),
      ],
    },
  };
}

type Given = Construct | readonly Construct[] | undefined;

/** The constructs for the places where `isStart`, under names that remark-mdx does not switch off. */
function onlyWhere(isStart: (offset: number) => boolean, given: Given): Construct[] {
  return [given ?? []].flat().map((construct) => ({
    ...construct,
    name: `garden-${construct.name}`,
    tokenize(effects, ok, nok) {
      return isStart(this.now().offset) ? construct.tokenize.call(this, effects, ok, nok) : nok;
    },
  }));
}

const tag = /<(?:[\p{L}$_>]|\/[\s>\p{L}$_])/uy;
const address = /<(?:(?:https?|ftp|file|mailto|tel|obsidian):|[\w.+-]+@)[^\s<>]*>/iuy;
/** Elements without an end tag, as HTML has them. */
const voidElement =
  /<(?:area|br|col|hr|img|input|source|track|wbr)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/iuy;

function startsElement(source: string, offset: number): boolean {
  if (matchAt(tag, source, offset) === '' || matchAt(address, source, offset) !== '') return false;
  const element = matchAt(voidElement, source, offset);
  return element === '' || element.endsWith('/>') || element.includes('{');
}

const statement =
  /import\s*(?:["'{*]|[\p{L}$_][\p{L}\p{N}$_]*\s*(?:,|\s+from\s))|export\s*(?:[{*]|(?:const|let|var|function|default|async|class)\b)/uy;

function matchAt(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? '';
}
