/** The texts and links of a whiteboard (`whiteboards/*.edn`), as a page of Logseq's Markdown. */
import { type Edn, ednEntry, ednKey, readEdn } from '../edn/edn.ts';

/** A page with a block for each shape that has words or leads somewhere, in the order of the drawing. */
export function whiteboardToMarkdown(source: string): string {
  const { value } = readEdn(source);
  const pages = itemsOf(ednEntry(value, 'pages'));
  const head = pages.flatMap((page) => [
    ...titleOf(page),
    ...properties(ednEntry(page, 'block/properties')),
  ]);
  const shapes = itemsOf(ednEntry(value, 'blocks'))
    .map((block) => ednEntry(ednEntry(block, 'block/properties'), 'logseq.tldraw.shape'))
    .filter((shape) => shape !== null)
    .sort((a, b) => numberOf(a, 'index') - numberOf(b, 'index'));
  const blocks = [...new Set(shapes.map(wordsOf))].filter((words) => words !== '');
  const lines = blocks.map((words) => `- ${words.replaceAll('\n', '\n  ')}`);
  return [...head, '', ...lines].join('\n');
}

function titleOf(page: Edn): string[] {
  const name = ednEntry(page, 'block/original-name') ?? ednEntry(page, 'block/name');
  const title = name === null ? '' : ednKey(name).trim();
  return title === '' ? [] : [`title:: ${title}`];
}

/** The page's own properties: its publishing switches are among them. */
function properties(map: Edn | null): string[] {
  if (map?.kind !== 'map') return [];
  return map.entries.flatMap(([key, value]) => {
    const name = ednKey(key);
    if (name === 'title' || name.startsWith('ls-type') || name.startsWith('logseq.')) return [];
    if (value.kind === 'map') return [];
    return [`${name}:: ${plain(value)}`];
  });
}

function plain(value: Edn): string {
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'number') return String(value.number);
  return itemsOf(value).map(plain).join(', ') || ednKey(value);
}

function wordsOf(shape: Edn): string {
  const text = textOf(shape, 'text') || textOf(shape, 'label');
  if (text !== '') return text;
  const page = textOf(shape, 'pageId');
  if (page !== '') return /^[0-9a-f-]{36}$/i.test(page) ? `((${page}))` : `[[${page}]]`;
  const url = textOf(shape, 'url');
  return /^https?:/i.test(url) ? url : '';
}

function textOf(shape: Edn, key: string): string {
  const value = ednEntry(shape, key);
  return value?.kind === 'string' ? value.text.trim() : '';
}

function numberOf(shape: Edn, key: string): number {
  const value = ednEntry(shape, key);
  return value?.kind === 'number' ? value.number : 0;
}

function itemsOf(value: Edn | null): readonly Edn[] {
  const isMany = value?.kind === 'list' || value?.kind === 'vector' || value?.kind === 'set';
  return isMany ? value.items : [];
}
