import { markAt } from '../parse/diagram/marks.ts';
import { escapeText } from './serialize.ts';

/** Where a reference of a diagram leads. `title` is the note's, or why there is no link. */
export interface FigureLink {
  readonly href: string | null;
  readonly title: string;
  readonly kind: 'note' | 'ghost' | 'unresolved' | 'private';
}

/** Text of a drawing with its marks resolved: the name of a private note gives way to `title`. */
export function resolveText(text: string, links: readonly FigureLink[]): string {
  return splitMarks(text, { index: null })
    .map(({ text, index, first }) =>
      shownText(text, first, index === null ? undefined : links[index]),
    )
    .join('');
}

/** SVG of a drawing with its marks turned into links. */
export function resolveSvg(svg: string, links: readonly FigureLink[]): string {
  const state: MarkState = { index: null };
  let anchors = 0;
  let html = 0;
  const resolved = svg.split(/(<[^>]*>)/u).map((part) => {
    if (part.startsWith('<')) {
      if (/^<a[\s>]/u.test(part)) anchors++;
      else if (part === '</a>') anchors--;
      else if (/^<foreignObject\b[^>]*[^/]>$/u.test(part)) html++;
      else if (part === '</foreignObject>') html--;
      return resolveAnchor(part, links);
    }
    return splitMarks(part, state)
      .map((piece) => {
        const link = piece.index === null ? undefined : links[piece.index];
        // `part` is escaped already, a title is not.
        const text =
          link?.kind === 'private' ? shownText('', piece.first, link, escapeText) : piece.text;
        return link && anchors === 0 ? wrap(text, link, html > 0) : text;
      })
      .join('');
  });
  return resolved.join('');
}

/** What of an SVG has no reference in it: every mark's text stays as plain text. */
export function withoutReferences(svg: string): string {
  const plain = svg.replace(/ data-link="\d+"/gu, '');
  return resolveText(plain, []);
}

interface MarkState {
  index: number | null;
}

interface Piece {
  readonly text: string;
  /** Reference that the text belongs to, or null. */
  readonly index: number | null;
  /** Whether the piece begins the reference, which may run over several texts. */
  readonly first: boolean;
}

function splitMarks(text: string, state: MarkState): Piece[] {
  const pieces: Piece[] = [];
  let piece = '';
  let first = false;
  const end = (): void => {
    if (piece !== '' || first) pieces.push({ text: piece, index: state.index, first });
    piece = '';
    first = false;
  };
  for (const character of text) {
    const mark = markAt(character);
    if (mark === null) {
      piece += character;
      continue;
    }
    end();
    state.index = mark === 'close' ? null : mark;
    first = mark !== 'close';
  }
  end();
  return pieces;
}

function shownText(
  text: string,
  first: boolean,
  link: FigureLink | undefined,
  asText: (title: string) => string = (title) => title,
): string {
  if (link?.kind !== 'private') return text;
  return first ? asText(link.title) : '';
}

function resolveAnchor(tag: string, links: readonly FigureLink[]): string {
  return tag.replace(/ data-link="(\d+)"/u, (_, digits: string) => {
    const link = links[Number(digits)];
    return link ? attributes(link) : '';
  });
}

function wrap(text: string, link: FigureLink, inHtml: boolean): string {
  if (text === '') return '';
  if (link.href !== null || !inHtml) return `<a${attributes(link)}>${text}</a>`;
  return `<span${attributes(link)}>${text}</span>`;
}

const classes: Readonly<Record<FigureLink['kind'], string>> = {
  note: 'note-link',
  ghost: 'note-link ghost',
  unresolved: 'unresolved',
  private: 'private-link',
};

function attributes({ href, title, kind }: FigureLink): string {
  const target = href === null ? '' : ` href="${escapeText(href)}"`;
  const hint = kind === 'unresolved' ? ` title="${escapeText(title)}"` : '';
  return `${target} class="${classes[kind]}"${hint}`;
}
