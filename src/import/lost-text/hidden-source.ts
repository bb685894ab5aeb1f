/**
 * The source of a note without what its page does not show by rule: properties, comments, addresses, names of
 * links with a label, block ids, code of MDX, and the words of the syntax itself. It knows the syntax only by
 * its signs, apart from the parser, so that it sees what the parser loses.
 */
import type { Note } from '../../garden/note.ts';
import { findComments } from '../../garden/parse/obsidian/source/comments.ts';
import { withCode } from '../../garden/parse/obsidian/source/hidden-ranges.ts';

/** A rule: the pattern of what is hidden; `$1` … of the replacement is shown. */
type Rule = readonly [pattern: RegExp, shown: (...groups: string[]) => string];

const nothing = () => '';
const first = (_: string, shown = '') => shown;

const fence = /^([ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)(`{3,}|~{3,})([^\n`]*)$/gmu;

const common: readonly Rule[] = [
  // Properties, also where nothing closes them.
  [/^\ufeff?---[ \t]*\n[\s\S]*?\n---[ \t]*(?=\n|$)/u, nothing],
  [/^\ufeff?---[ \t]*\n(?:(?:[^\s:]+:|[ \t]*-[ \t]|[ \t]+\S)[^\n]*\n?)*/u, nothing],
  [/^\ufeff?\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+[ \t]*(?=\n|$)/u, nothing],
  [/<!--[\s\S]*?(?:-->|$)/gu, nothing],
  [/<(script|style|template|noscript)\b[\s\S]*?<\/\1\s*>/giu, nothing],
  // Of a query the answer is shown.
  [
    /^([ \t>]*(?:[-*+][ \t]+)?)(`{3,}|~{3,})[ \t]*(?:dataview|base|tasks|query)\b[\s\S]*?(?:^[ \t>]*\2|$(?![\s\S]))/gimu,
    nothing,
  ],
  [/`\$?=[^`\n]+`/gu, nothing],
  [/<(\w+)\b[^<>]*\shidden\b[^<>]*>[\s\S]*?<\/\1\s*>/giu, nothing],
  [fence, first],
  [/^([ \t>]*)\d+[.)](?=[ \t])/gmu, first],
  // Formulas, which have a diagnostic of their own, and commands of templates.
  [/\$\$[\s\S]*?\$\$|\$(?=\S)[^$\n]*\$/gu, nothing],
  [/<%[\s\S]*?%>/gu, nothing],
  [/\\[a-zA-Z]+\*?/gu, nothing],
  // Footnotes are shown by their numbers, definitions by what refers to them.
  [/\[\^[^\]\n]+\]:?/gu, nothing],
  [/^[ \t>]*\[[^\]\n]+\]:[ \t]*\S+[^\n]*$/gmu, nothing],
  [/(\]\()(?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)/gu, first],
  [/(\]\[)[^\]\n]*\]/gu, first],
  [/!?\[\[[^[\]\n|]*\|/gu, nothing],
  // Keys of citations, which are shown as what they name.
  [/(?<=[[;\s]-?|^)@[\w][\w:.#$%&+?~/-]*/gmu, nothing],
  // Sizes of pictures.
  [/\|\s*\d+(?:\s*x\s*\d+)?\s*(?=\]\(|\]\])/giu, nothing],
  [/\b(?:https?|ftp|file|mailto|obsidian|assets?|zotero):[^\s<>"'){}\]]+/giu, nothing],
  [/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/giu, nothing],
];

/** Start tags of HTML: their texts are shown or said by a browser. */
const tag = /<\/?[a-z][\w:.-]*((?:\s+(?:"[^"]*"|'[^']*'|[^"'<>])*)?)\/?>/giu;

const obsidian: readonly Rule[] = [
  // Keys of admonitions, and the archive of a Kanban board.
  [/^[ \t>]*(?:title:|(?:collapse|icon|color):[^\n]*)/gmu, nothing],
  [/^\*\*\*[ \t]*\n\s*## Archive[ \t]*$[\s\S]*/mu, nothing],
  [
    /(?:^|[ \t\p{Script=Han}\u3000-\u303f\uff00-\uffef”’])\^[\w-]+[ \t]*$/gmu,
    (id) => id.slice(0, id.indexOf('^')),
  ],
  [/^([ \t>]*>[ \t]*)\[![^\]\n]*\][+-]?/gmu, first],
  [/^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[.\]/gmu, first],
];

const logseq: readonly Rule[] = [
  [/#\+BEGIN_(QUERY|COMMENT)[\s\S]*?#\+END_\1/giu, nothing],
  // Hiccup: its texts are shown. Sizes of pictures.
  [/\{(?:\s*:[\w-]+(?:\s+(?:"[^"]*"|\{[^{}]*\}|[^\s{}"]+))?,?)+\s*\}/gu, nothing],
  [/\[:[a-z][\w.#-]*(?=[\s\]])/giu, nothing],
  [/#card\b/giu, nothing],
  // Colours of the wrap plugin.
  [/\[\[[#$_][\w-]+\]\](?===|\^\^)/gu, nothing],
  [/^[ \t]*(?:[-*+#]+[ \t]+)?[\p{L}\p{N}_./-]+::(?:[ \t][^\n]*)?$/gmu, nothing],
  [/\(\([\da-f-]{36}\)\)/giu, nothing],
  [/\{\{\{?[\s\S]*?\}\}\}?/gu, nothing],
  [/^[ \t]*(?:-[ \t]+)?#\+\w[^\n]*$/gmu, nothing],
  [/:(LOGBOOK|PROPERTIES|END):(?:[\s\S]*?:END:)?/gu, nothing],
  [/(?:SCHEDULED|DEADLINE|CLOCK):[ \t]*[<[][^>\]\n]*[>\]][^\n]*/gu, nothing],
  [
    /\b(?:TODO|DOING|DONE|NOW|LATER|WAITING|WAIT|CANCELED|CANCELLED|IN-PROGRESS|STARTED)\b/gu,
    nothing,
  ],
  [/\[#[ABC]\]/gu, nothing],
];

const mdx: readonly Rule[] = [[/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/gu, nothing]];

/** The source with spaces in place of what is hidden, so that every index stays the same. */
export function shownSource(
  source: string,
  { dialect, path }: Pick<Note, 'dialect' | 'path'>,
): string {
  const isMdx = /\.mdx$/i.test(path);
  const rules = [...common, ...(dialect === 'logseq' ? logseq : obsidian), ...(isMdx ? mdx : [])];
  const comments = dialect === 'logseq' ? [] : findComments(source, 0);
  let shown = source;
  for (const { start, end } of isMdx ? withCode(source, comments, 0) : comments) {
    shown = blanked(shown, start, end);
  }
  for (const [pattern, keep] of rules) {
    shown = shown.replace(pattern, (...found) => {
      const groups = found.slice(
        0,
        found.findIndex((each) => typeof each === 'number'),
      );
      const [text = '', ...rest] = groups as string[];
      return inPlace(text, keep(text, ...rest));
    });
  }
  return shown.replace(tag, (text, attributes: string) => inPlace(text, spoken(attributes)));
}

/** The values of attributes that are shown or read out. */
function spoken(attributes: string): string {
  return [...attributes.matchAll(/\s(?:alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')/giu)]
    .map(([, quoted, single]) => quoted ?? single ?? '')
    .join(' ');
}

/** `shown` with as many characters as `text`, at its place in it, and with its line ends. */
function inPlace(text: string, shown: string): string {
  const at = shown === '' ? 0 : Math.max(0, text.indexOf(shown));
  const end = at + shown.length;
  return blank(text.slice(0, at)) + shown + blank(text.slice(end)).padEnd(text.length - end);
}

function blanked(source: string, start: number, end: number): string {
  return source.slice(0, start) + blank(source.slice(start, end)) + source.slice(end);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
