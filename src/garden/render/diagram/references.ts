import { escapeHtml } from '../../escape.ts';
import { markAt } from '../../parse/diagram/marks.ts';

/** Target of a diagram's reference. `title` is the note's, or why there is no link. */
export interface FigureLink {
  readonly href: string | null;
  readonly title: string;
  readonly kind: 'note' | 'ghost' | 'unresolved' | 'private';
}

/** Text of a drawing with its marks removed and names of private notes replaced by `title`. */
export function resolveText(text: string, links: readonly FigureLink[]): string {
  const pieces = splitMarks(text, { index: null });
  return pieces
    .map((piece) => shownText(piece, piece.index === null ? undefined : links[piece.index], String))
    .join('');
}

/**
 * SVG of a drawing with its marks turned into links. Addresses that the author wrote from the root of
 * the site come below its base ('/', '/garden/').
 */
export function resolveSvg(svg: string, links: readonly FigureLink[], base: string): string {
  const marks: MarkState = { index: null };
  const inside = { a: 0, foreignObject: 0 };
  const parts = svg.split(/(<[^>]*>)/u).map((part) => {
    if (!part.startsWith('<')) {
      return splitMarks(part, marks)
        .map((piece) => linkedText(piece, links, inside))
        .join('');
    }
    const [, end, name = ''] = /^<(\/?)(\w+)/u.exec(part) ?? [];
    if ((name === 'a' || name === 'foreignObject') && !part.endsWith('/>')) {
      inside[name] += end ? -1 : 1;
    }
    return resolveAnchor(name === 'a' ? belowBase(part, base) : part, links);
  });
  return parts.join('');
}

/** A piece of text as a link, unless it is inside one. */
function linkedText(
  piece: Piece,
  links: readonly FigureLink[],
  inside: { readonly a: number; readonly foreignObject: number },
): string {
  const link = piece.index === null ? undefined : links[piece.index];
  if (!link) return piece.text;
  const text = shownText(piece, link, escapeHtml);
  return inside.a === 0 ? wrap(text, link, inside.foreignObject !== 0) : text;
}

/** The SVG without references: the text of every mark becomes plain text. */
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
  /** Whether the piece is the first of its reference, which may span several texts. */
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

/** The text, or the replacement for a private note's name; `asText` escapes the title as needed. */
function shownText(
  { text, first }: Piece,
  link: FigureLink | undefined,
  asText: (title: string) => string,
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

/** The tag of a link with its address below the base; another site's (`//…`) stays. */
function belowBase(tag: string, base: string): string {
  return tag.replace(
    /( (?:xlink:)?href=")(\/(?!\/)[^"]*)/gu,
    (written, before: string, path: string) =>
      path.startsWith(base) ? written : `${before}${base}${path.slice(1)}`,
  );
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
  const target = href === null ? '' : ` href="${escapeHtml(href)}"`;
  const hint = kind === 'unresolved' ? ` title="${escapeHtml(title)}"` : '';
  return `${target} class="${classes[kind]}"${hint}`;
}
