/** The text of a page as read from the index. */
import { fold, joinText } from './cut-text.ts';
import { namesSection } from './index-page.ts';
import { asWritten, type Simplify } from './traditional.ts';

export interface PageSection {
  readonly fragment: string;
  readonly heading: string;
  readonly text: string;
}

export interface PageText {
  readonly permalink: string;
  readonly title: string;
  readonly kind: string;
  readonly lang: string;
  readonly tags: readonly string[];
  /** Aliases and tags, separated by `betweenNames`. */
  readonly names: string;
  readonly sections: readonly PageSection[];
}

export const betweenNames = ' · ';

/** Pagefind's record of a page. `location` counts words between white space. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** Reads a fragment: joins its words, and splits it into sections and names. */
export function readFragment(fragment: Fragment): PageText {
  const words = fragment.content.split(' ');
  const cutTitle = fragment.meta['title'] ?? '';
  const headings = fragment.anchors.map(({ id, text, location }) => ({
    fragment: id,
    heading: joinText(text),
    start: location,
    textStart: location + countWords(text),
  }));
  const starts = [
    { fragment: '', heading: '', start: 0, textStart: countWords(cutTitle) },
    ...headings.sort((a, b) => a.start - b.start),
  ];
  const sections = starts.map(({ fragment: id, heading, textStart }, index) => {
    const end = starts[index + 1]?.start ?? words.length;
    return { fragment: id, heading, text: joinText(words.slice(textStart, end).join(' ')) };
  });
  const { filters } = fragment;
  return {
    permalink: fragment.url,
    title: joinText(cutTitle),
    kind: filters['kind']?.[0] ?? 'note',
    lang: filters['lang']?.[0] ?? '',
    tags: filters['tag'] ?? [],
    names: readNames(sections.find((section) => section.fragment === namesSection)?.text ?? ''),
    sections: sections.filter((section) => section.fragment !== namesSection),
  };
}

/** Each name was a paragraph, to which Pagefind adds a full stop. */
function readNames(text: string): string {
  return text
    .split(/[.。](?:\s+|$|(?=[\p{Script=Han}#]))/u)
    .filter((name) => name !== '')
    .join(betweenNames);
}

/** A page with its texts in simplified characters. */
export function simplifyPage(page: PageText, simplify: Simplify): PageText {
  if (simplify === asWritten) return page;
  return {
    ...page,
    title: simplify(page.title),
    names: simplify(page.names),
    sections: page.sections.map(({ fragment, heading, text }) => {
      return { fragment, heading: simplify(heading), text: simplify(text) };
    }),
  };
}

/** Whether the title, text or names of a page contain a folded text. */
export function hasLiteral(page: PageText, literal: string): boolean {
  return textsOf(page).some((text) => fold(text).includes(literal));
}

/** All texts of a page that are searched. */
export function textsOf({ title, names, sections }: PageText): string[] {
  return [title, names, ...sections.flatMap(({ heading, text }) => [heading, text])];
}

function countWords(cut: string): number {
  return cut.trim() === '' ? 0 : cut.trim().split(/\s+/u).length;
}
