/** Highlights of a PDF (`hls__…` pages): the marked text, or the picture of the marked area. */
import type { Embed } from '../../../body.ts';
import type { Property } from '../../../note.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import type { BlockHead } from '../outline/block-head.ts';
import type { RawBlock } from '../outline/outline.ts';
import { propertyText } from '../properties/properties.ts';
import { type Content, contentNodes } from './content.ts';

/** Whether a block is a highlight of a PDF. */
export function isAnnotation(properties: readonly Property[]): boolean {
  return propertyText(properties, 'ls-type') === 'annotation';
}

/** The name of the PDF whose highlights a page holds, without the parts that Logseq adds; else null. */
export function annotationTitle(name: string): string | null {
  const base = /^hls__(.+)$/.exec(name)?.[1];
  return base
    ? base
        .replace(/_\d{10,}_\d+$/, '')
        .replaceAll('_', ' ')
        .trim()
    : null;
}

/** A highlight as a quote with the number of its page. Area highlights show their picture. */
export function annotationNodes(
  head: BlockHead,
  page: readonly Property[],
  raw: RawBlock,
  draft: LogseqDraft,
): Content[] {
  const number = propertyText(head.properties, 'hl-page');
  const stamp = propertyText(head.properties, 'hl-stamp');
  const isArea = propertyText(head.properties, 'hl-type') === 'area';
  const nodes = isArea
    ? [areaPicture(head.id, number, stamp, page, raw, draft)]
    : contentNodes(head.segments, draft);
  const chip: Content = {
    type: 'paragraph',
    children: [{ type: 'emphasis', children: [{ type: 'text', value: `p. ${number}` }] }],
  };
  const quoted = [...nodes, ...(number === '' ? [] : [chip])].filter(
    (node) => node.type !== 'footnoteDefinition',
  );
  return [{ type: 'blockquote', children: quoted }];
}

function areaPicture(
  id: string,
  number: string,
  stamp: string,
  page: readonly Property[],
  raw: RawBlock,
  draft: LogseqDraft,
): Content {
  const file = propertyText(page, 'file-path') || propertyText(page, 'file');
  const folder = /([^/()[\]]+?)\.pdf\)?$/i.exec(file)?.[1] ?? '';
  const name = `../assets/${folder}/${number}_${id}_${stamp}.png`;
  const { line = 1, column = 1 } = raw.lines[0] ?? {};
  const facts = { kind: 'embed', by: 'path', anchor: null, label: '', line, column } as const;
  const link = draft.addLink({ ...facts, name, source: name });
  const picture: Embed = {
    type: 'embed',
    link,
    alt: '',
    width: null,
    height: null,
    options: [],
    areaOf: number,
  };
  return { type: 'paragraph', children: [picture] };
}
