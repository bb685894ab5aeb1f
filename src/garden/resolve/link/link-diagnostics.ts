/** Diagnostics for links that do not lead where their author intended, or that only we resolve. */
import type { Diagnostic, DiagnosticCode } from '../../diagnostic.ts';
import { Suggestions } from '../../edit-distance.ts';
import type { Anchor, Link, Note } from '../../note.ts';
import { hasFileExtension } from '../lookup/find.ts';
import type { KnownNote } from '../lookup/known-note.ts';
import { lastSegment, nameKey, withoutNoteExtension } from '../lookup/name-key.ts';
import { headingKey } from './anchors.ts';

/** Names of published notes that can be suggested. */
export function nameSuggestions(notes: readonly KnownNote[]): Suggestions {
  const names = notes.filter(({ id }) => id !== null).flatMap(namesOf);
  return new Suggestions(names.map((name) => [bareKey(name), name]));
}

/** Letters and digits only: punctuation, spaces and emoji in names are often left out. */
function bareKey(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function namesOf({ note }: KnownNote): string[] {
  const own = note.dialect === 'obsidian' ? [lastSegment(note.name), note.name] : [note.name];
  return [...own, ...note.aliases];
}

/** 'missing-block', 'missing-asset' for a file, else 'unresolved-link' with the nearest name as a hint. */
export function unresolved(note: Note, link: Link, names: Suggestions): Diagnostic {
  if (link.by === 'block') {
    const id = link.anchor?.kind === 'block' ? link.anchor.id : link.name;
    return linkDiagnostic('missing-block', note, link, `No block has the id ${id}.`);
  }
  if (isAssetName(link)) {
    return linkDiagnostic(
      'missing-asset',
      note,
      link,
      `The file “${link.name}” is not in the vault.`,
    );
  }
  const name = withoutNoteExtension(link.name);
  const near = names.nearest(bareKey(name)) || names.nearest(bareKey(lastSegment(name)));
  const message = `No note is called “${name}”.`;
  return linkDiagnostic(
    'unresolved-link',
    note,
    link,
    message,
    near && `Did you mean [[${near}]]?`,
  );
}

// Files that a page shows or offers; 'v1.2' and 'Node.js' only look like files.
const assetExtensions =
  /\.(avif|bmp|gif|jpe?g|png|svg|webp|ico|tiff?|heic|flac|m4a|mp3|ogg|wav|webm|3gp|mkv|mov|mp4|ogv|pdf|canvas|base|excalidraw|edn|docx?|xlsx?|pptx?|csv|zip|html?|epub|txt|json|od[sptg])$/i;

function isAssetName(link: Link): boolean {
  const isFile = link.kind === 'embed' || link.name.startsWith('../assets/');
  return assetExtensions.test(link.name) || (isFile && hasFileExtension(link.name));
}

/** 'ambiguous-link': names all notes that match. */
export function ambiguous(note: Note, link: Link, candidates: readonly KnownNote[]): Diagnostic {
  const paths = candidates.map((candidate) => `“${candidate.note.path}”`);
  const others = paths.length > 6 ? [...paths.slice(0, 5), `${paths.length - 5} more`] : paths;
  const message = `“${link.name}” matches ${others.join(' and ')}; the first is used.`;
  const hint = `Write the path: [[${candidates[0]?.file ?? ''}]].`;
  return linkDiagnostic('ambiguous-link', note, link, message, hint);
}

/** 'alias-link': the link works here but not in Obsidian. */
export function aliasOnly(note: Note, link: Link, { note: target }: KnownNote): Diagnostic {
  const message = `“${link.name}” is only an alias of “${target.path}”, which Obsidian does not resolve.`;
  const hint = `Write [[${lastSegment(target.name)}|${link.name}]].`;
  return linkDiagnostic('alias-link', note, link, message, hint);
}

/** 'unsupported-syntax': a label in Obsidian's syntax, which Logseq does not support. */
export function labelInName(note: Note, link: Link): Diagnostic {
  const [name = '', label = ''] = link.name.split('|');
  const message = `Logseq would look for a page called “${link.name}”; the page “${name}” is used.`;
  return linkDiagnostic(
    'unsupported-syntax',
    note,
    link,
    message,
    `Write [${label}]([[${name}]]).`,
  );
}

/** 'private-link': it names the note, since only the owner reads it. */
export function privateLink(note: Note, link: Link, { note: target }: KnownNote): Diagnostic {
  const message = `The link leads to “${target.path}”, which is not published.`;
  return linkDiagnostic('private-link', note, link, message);
}

/** 'missing-heading' or 'missing-block': the note exists, the heading or block does not. */
export function missingAnchor(note: Note, link: Link, target: Note, anchor: Anchor): Diagnostic {
  if (anchor.kind === 'block') {
    const message = `“${target.title}” has no block “^${anchor.id}”.`;
    return linkDiagnostic('missing-block', note, link, message);
  }
  const headings = target.headings.map(({ text }) => [headingKey(text), text] as const);
  const wanted = anchor.path.filter((part) => part.trim() !== '');
  const near = new Suggestions(headings).nearest(headingKey(wanted.at(-1) ?? ''));
  const message = `“${target.title}” has no heading “${wanted.join(' › ')}”.`;
  const hint = near && `Did you mean [[${link.name}#${near}]]?`;
  return linkDiagnostic('missing-heading', note, link, message, hint);
}

function linkDiagnostic(
  code: DiagnosticCode,
  note: Note,
  { line, column }: Link,
  message: string,
  hint = '',
): Diagnostic {
  return { code, path: note.path, line, column, message, hint };
}
