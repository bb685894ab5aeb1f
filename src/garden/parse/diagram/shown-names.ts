/**
 * Names of notes that a diagram shows as they are written, or that its source does: in comments, titles and
 * addresses. They lead nowhere, but are looked up, so that no private note is named.
 */
import { percentDecoded } from '../../percent-decoding.ts';

export interface ShownName {
  readonly name: string;
  /** Exactly as written. */
  readonly source: string;
  /** Index in the diagram's source. */
  readonly offset: number;
}

const inBrackets = /\[\[([^[\]\n]{1,500})\]\]/gu;
/** What `click`, `link`, a Markdown link and the links of a participant lead to. */
const addresses =
  /(?:^[ \t]*(?:click|link)[ \t][^"\n]{0,500}"|\]\(<?|\bhref=["']?|^[ \t]*links?[ \t][^@\n]{0,500}@[ \t]*)([^"'()<>\s]{1,500})/gmu;
const inProgram = /^(?:obsidian|logseq):.*?[?&](?:file|filename|filepath|path|page)=([^&#]*)/iu;

/** The names in a Mermaid source, but those in `read`, which are links of the drawing. */
export function shownNames(source: string, read: ReadonlySet<string>): ShownName[] {
  const found = new Map<string, ShownName>();
  for (const { 0: written, 1: inside = '', index } of source.matchAll(inBrackets)) {
    const name = inside.replace(/[#|\\].*$/su, '').trim();
    if (name !== '') found.set(written, { name, source: written, offset: index });
  }
  for (const { 0: written, 1: address = '', index } of source.matchAll(addresses)) {
    const name = nameIn(address);
    const offset = index + written.length - address.length;
    if (name !== '') found.set(address, { name, source: address, offset });
  }
  return [...found.values()].filter(({ source: written }) => !read.has(written));
}

/** The name of the note that a local address, or one of a program, may be that of. */
function nameIn(address: string): string {
  const note = inProgram.exec(address)?.[1];
  if (note === undefined && /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(address)) return '';
  const path = percentDecoded(note ?? address.replace(/[?#].*$/su, '')).normalize('NFC');
  return path.replace(/^[./]+|\/+$/gu, '').replace(/\.md$/iu, '');
}
