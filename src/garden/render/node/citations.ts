/** Citations: a number that leads to the work among the footnotes of the page. */
import type { ElementContent } from 'hast';
import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { CitedItem, CitedWork } from '../../bibliography.ts';
import type { Citation } from '../../body.ts';
import type { RenderContext } from '../render-context.ts';
import { footnoteMark } from './footnotes.ts';

/** With more authors than this only the first ones are named. */
const maxAuthors = 6;
const namedAuthors = 3;

/** Diagnostic: `unknown-citation`, on the page of its own note. */
export function citationHandlers(context: RenderContext): Handlers {
  return {
    citation: (state, node: Citation) => {
      const { garden } = context.rendering;
      if (garden.hasBibliography !== true) return text(node.source);
      const unknown = node.items.filter(({ key }) => garden.works?.has(key) !== true);
      if (context.trail.length === 1) {
        for (const { key } of unknown) reportUnknown(context, node, key);
      }
      if (unknown.length === node.items.length) return text(node.source);
      return node.items.flatMap((item, index) => {
        const shown = citedItem(context, state, item);
        return index === 0 ? shown : [text(', '), ...shown];
      });
    },
  };
}

function citedItem(
  context: RenderContext,
  state: State,
  { key, prefix, locator }: CitedItem,
): ElementContent[] {
  const work = context.rendering.garden.works?.get(key);
  const before = prefix === '' ? [] : [text(`${prefix}\u00a0`)];
  if (work === undefined) {
    return [...before, text(`@${key}${locator === '' ? '' : `, ${locator}`}`)];
  }
  const identifier = `cited-${key}`;
  if (!state.footnoteById.has(identifier.toUpperCase())) {
    state.footnoteById.set(
      identifier.toUpperCase(),
      definitionOf(identifier, work, context.rendering.texts.andOthers),
    );
  }
  const mark = footnoteMark(context, state, { type: 'footnoteReference', identifier });
  if (locator !== '') mark.children.push(text(`, ${locator}`));
  return [...before, mark];
}

function definitionOf(identifier: string, work: CitedWork, others: string): FootnoteDefinition {
  const children = describeWork(work, others);
  return { type: 'footnoteDefinition', identifier, children: [{ type: 'paragraph', children }] };
}

/** The work in one line: who, what (a link where there is an address), where, when. */
export function describeWork(work: CitedWork, others: string): PhrasingContent[] {
  const { title, container, volume, pages, publisher, year, url } = work;
  const name: PhrasingContent = { type: 'text', value: title || url };
  const what: PhrasingContent =
    url === ''
      ? { type: 'emphasis', children: [name] }
      : { type: 'link', url, title: null, children: [name] };
  const issue = [container, volume].filter(Boolean).join(' ');
  const place = [issue, pages].filter(Boolean).join(volume === '' ? ', ' : ': ');
  const rest = [place, publisher, year].filter(Boolean).join(', ');
  return [
    ...asText(work.authors.length === 0 ? '' : `${authorsOf(work, others).replace(/\.$/u, '')}. `),
    what,
    ...asText(rest === '' ? '.' : `. ${rest}.`),
  ];
}

function authorsOf({ authors }: CitedWork, others: string): string {
  if (authors.length <= maxAuthors) return authors.join(', ');
  return `${authors.slice(0, namedAuthors).join(', ')} ${others}`;
}

function asText(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

function reportUnknown(context: RenderContext, node: Citation, key: string): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  context.rendering.diagnostics.push({
    code: 'unknown-citation',
    path: context.entry.note.path,
    line,
    column,
    message: `No bibliography has a work “${key}”.`,
    hint: 'Correct the key, or add the work to a .bib file of the notes.',
  });
}
