/** Our scripts never turn text into HTML or code of the page. */
import { expect, test } from 'vitest';
import { decodeText, listFiles, readBytes } from '../system/disk.ts';

/** Places where a browser takes text as HTML of the page or as code. */
const sinks =
  /\b(?:innerHTML|outerHTML)\s*=(?!=)|\binsertAdjacentHTML\(|\bdocument\.write(?:ln)?\(|\bsetHTMLUnsafe\(|\bcreateContextualFragment\(|\bnew Function\(|\beval\(|\bset(?:Timeout|Interval)\(\s*['"`]|\bsrcdoc\s*=(?!=)/;

function sinksIn(text: string): string[] {
  return text.split('\n').filter((line) => sinks.test(line));
}

test('a place that takes text as HTML is found', () => {
  expect(sinksIn('a.innerHTML = x;\nif (a.innerHTML === x) b();\na.textContent = x;')).toEqual([
    'a.innerHTML = x;',
  ]);
});

test('no script of the site takes text as HTML or code', async () => {
  const files = (await listFiles('src/browser')).filter(
    ({ path }) => !/test\.ts$|fixtures\//.test(path),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.map(async ({ path, location }) => {
    return sinksIn(decodeText(await readBytes(location)).text).map(
      (line) => `${path}: ${line.trim()}`,
    );
  });
  expect((await Promise.all(found)).flat()).toEqual([]);
});
