/** The same text as one FlexSearch index that is built in the browser, as Quartz ships it. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchRecord } from '../../../src/search/cut/record.ts';

const page = `<!doctype html><meta charset="utf-8"><title>FlexSearch</title>
<script type="module">
import FlexSearch from './flexsearch.mjs';
const encode = (text) => text.toLowerCase().match(/\\p{Script=Han}|[\\p{L}\\p{N}]+/gu) ?? [];
let index;
window.open_ = async () => {
  const content = await (await fetch('./content.json')).json();
  index = new FlexSearch.Document({
    encode, tokenize: 'forward',
    document: { id: 'id', index: ['title', 'content', 'tags'] },
  });
  for (const [id, note] of content.entries()) index.add({ id, ...note });
};
window.find = (query) => index.search(query, { limit: 20 });
window.ready = true;
</script>`;

/** Writes the page, its library and the text to `folder`. */
export async function writeFlexSearchSite(
  records: readonly SearchRecord[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const content = records.map(({ title, permalink, tags, sections }) => ({
    title,
    permalink,
    tags: [...tags],
    content: sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n'),
  }));
  const library = fileURLToPath(import.meta.resolve('flexsearch'));
  await copyFile(library, join(folder, 'flexsearch.mjs'));
  await writeFile(join(folder, 'content.json'), JSON.stringify(content));
  await writeFile(join(folder, 'index.html'), page);
}
