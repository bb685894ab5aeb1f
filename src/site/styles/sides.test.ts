import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sheets = ['callouts', 'contexts', 'links', 'outline', 'page-head', 'search', 'tasks'];
const physical =
  /^\s*(?:(?:left|right|(?:margin|padding|border)-(?:left|right)[\w-]*):|text-align: (?:left|right)).*/gmu;

test.each(sheets)('%s.css puts nothing at a side that right-to-left text has not', async (name) => {
  const sheet = await readFile(join(import.meta.dirname, `${name}.css`), 'utf8');
  expect(sheet.match(physical)).toBeNull();
});
