/**
 * Org mode as Logseq reads it, written as Logseq's Markdown line by line, so that one reader has both
 * and every diagnostic has the right line. Org's own readers give trees without Logseq's syntax.
 */

const container = /^\s*#\+begin_(\w+)/i;
const verbatim = /^(?:src|example|export|query)$/i;

/** The Markdown of an Org page: as many lines as its source has. */
export function orgToMarkdown(source: string): string {
  const reader = new OrgReader();
  return source
    .split('\n')
    .map((line) => reader.read(line))
    .join('\n');
}

class OrgReader {
  /** Number of stars of the block at hand, 0 before the first one. */
  #level = 0;
  /** Name of the container whose lines are taken as they are; '' outside. */
  #inside = '';
  #isDrawer = false;

  read(line: string): string {
    if (this.#isVerbatim(line)) return bodyLine(line, this.#level);
    if (/^\s*:(?:PROPERTIES|END):\s*$/i.test(line)) {
      this.#isDrawer = /PROPERTIES/i.test(line);
      return '';
    }
    if (this.#isDrawer) return bodyLine(propertyLine(line), this.#level);
    const [, stars = '', text = ''] = /^(\*+)[ \t]+(.*)$/.exec(line) ?? [];
    if (stars === '') return bodyLine(keywordLine(line) ?? inline(line), this.#level);
    this.#level = stars.length;
    return `${'\t'.repeat(this.#level - 1)}- ${inline(text)}`;
  }

  #isVerbatim(line: string): boolean {
    const opened = container.exec(line)?.[1] ?? '';
    if (this.#inside === '') {
      if (verbatim.test(opened)) this.#inside = opened.toLowerCase();
      return this.#inside !== '';
    }
    const closed = /^\s*#\+end_(\w+)/i.exec(line)?.[1] ?? '';
    if (closed.toLowerCase() === this.#inside) this.#inside = '';
    return true;
  }
}

function bodyLine(line: string, level: number): string {
  return level === 0 || line === '' ? line : `${'\t'.repeat(level - 1)}  ${line}`;
}

/** `:key: value` in a drawer. */
function propertyLine(line: string): string {
  return line.replace(/^\s*:([^\s:]+):\s*(.*)$/, '$1:: $2');
}

/** `#+TITLE: x`, and the tags of the whole file. */
function keywordLine(line: string): string | null {
  const [, key = '', value = ''] = /^#\+([A-Za-z][\w-]*):\s*(.*)$/.exec(line) ?? [];
  if (key === '') return null;
  if (key.toLowerCase() !== 'filetags') return `${key.toLowerCase()}:: ${value}`;
  const tags = value.split(/[\s:,]+/).filter((tag) => tag !== '');
  return `tags:: ${tags.join(', ')}`;
}

/** Inline markup; what stands between `=` or `~` is code and stays as it is. */
function inline(text: string): string {
  const parts = text.split(/((?<![\w=~])([=~])(?=\S)(?:.*?\S)?\2(?![\w=~]))/g);
  return parts
    .map((part, index) => {
      if (index % 3 === 2) return '';
      return index % 3 === 1 ? `\`${part.slice(1, -1)}\`` : withoutCode(part);
    })
    .join('');
}

function withoutCode(text: string): string {
  return text
    .split(/(\[\[.*?\]\](?:\[[^\]]*\]\])?)/g)
    .map((part, index) => (index % 2 === 1 ? link(part) : emphasis(part)))
    .join('');
}

function emphasis(text: string): string {
  return text
    .replace(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '**$1**')
    .replace(/(?<![\w/:<])\/(\S(?:[^/]*\S)?)\/(?![\w/])/g, '*$1*')
    .replace(/(?<![\w+])\+(\S(?:[^+]*\S)?)\+(?![\w+])/g, '~~$1~~');
}

/** `[[target][label]]` and `[[target]]`, where the target is an address, a file or a page. */
function link(written: string): string {
  const [, target = '', label = ''] = /^\[\[(.+?)(?:\]\[(.*?))?\]\]$/.exec(written) ?? [];
  const isAddress = /^(?:https?|mailto|ftp):/i.test(target);
  const file = target.replace(/^file:/, '');
  const isFile = file !== target || /^\.{0,2}\//.test(file);
  if (isFile && /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(file)) return `![${label}](${file})`;
  if (isAddress || isFile) return `[${label || target}](${file})`;
  return label === '' ? `[[${target}]]` : `[${label}]([[${target}]])`;
}
