/**
 * No text is lost: the words of every page's source, outside the parts that Logseq hides, stand on the
 * page in their order; and nothing of Logseq's syntax shows in it.
 */
import { expect, test } from 'vitest';
import { createHighlighter } from '../../../draw/code/highlighter.ts';
import type { NotePage } from '../../page.ts';
import { renderNote } from '../../render/render-note.ts';
import { resolveGarden } from '../../resolve/resolve-garden.ts';
import { oraclePages } from './fixtures/oracle-pages.ts';
import { logseqSyntax, syntaxConfig } from './fixtures/syntax.ts';
import { parseLogseqNote } from './parse-logseq-note.ts';
import { readLogseqVault } from './vault/vault.ts';

const vault = { ...readLogseqVault('', syntaxConfig, []), publishing: 'all' as const };
const policy = {
  publish: 'vault',
  base: '/',
  lang: 'en',
  collapsed: 'open',
  embedDepth: 2,
  url: 'https://a.example',
} as const;
const highlighter = await createHighlighter();

function pageOf(source: string): NotePage {
  const { note, body } = parseLogseqNote({ path: 'pages/Example.md', source }, vault);
  const garden = resolveGarden([note], [], [vault], policy);
  const [id = ''] = garden.notes.keys();
  const drawing = () => ({ kind: 'failed', message: '', line: null }) as const;
  return renderNote(garden, id, { body: () => body, drawing, highlighter, copy: null }).page;
}

/** Parts of a source that no page shows, or shows in other words. */
const hidden: readonly RegExp[] = [
  /^[\t ]*:LOGBOOK:[\s\S]*?:END:$/gim,
  /^[\t ]*:LOGBOOK:$/gm,
  /^[\t ]*(?:- )?(?:id|collapsed|heading|background-color|ls-type|hl-page|logseq\.order-list-type):: .*$/gm,
  /^[\t ]*(?:- )?#\+BEGIN_(COMMENT|QUERY)[\s\S]*?#\+END_\1/gim,
  /#\+(?:BEGIN|END)_\w+(?: \w+$)?/gim,
  /(?:```|~~~).*$/gm,
  /\{\{\{?(?:embed|query|function|video|youtube|youtube-timestamp|bilibili|tweet|renderer|namespace|hello)\b.*?\}\}\}?/g,
  /\]\((?:[^()]|\([^()]*\))*\)(?:\{[^}]*\})?/g,
  /\(\([0-9a-f-]{36}\)\)/g,
  /\[\[[#$_]\w+\]\](?===)/g,
  /\[\[[^[\]|]*\|(?=[^[\]]*\]\])/g,
  /(?:SCHEDULED|DEADLINE): <.*>/g,
  /<[^<>\n]*>/g,
  /#card\b/g,
  /\[:\S+(?: \{[^}]*\})?/g,
  /\[\^\d+\]:?/g,
  /\{\{cloze |(?<=\{\{cloze .*)\\\\.*(?=\}\})/g,
  /^[\t ]+\d+\. /gm,
  /\$\$?[^$\n]+\$\$?|\$\$[^$]*\$\$|\\begin[\s\S]*?\\end\{\w+\}/g,
  /^\|[-|]+\|$/gm,
];

const property = /^(?:[\t ]*(?:- )?)?([^\s:]+):: (.*)$/gm;

/** The words of the text, and those of properties, which a page shows in a place of their own. */
function wordsOfSource(source: string): { text: string[]; properties: string[] } {
  const shown = hidden.reduce((text, pattern) => text.replace(pattern, ' '), source);
  const apart = shown.replace(/https:/g, ' https:');
  const properties = [...apart.matchAll(property)].flatMap((match) =>
    words(match.slice(1).join(' ')),
  );
  return { text: words(apart.replace(property, ' ')), properties };
}

function wordsOfPage(html: string): string[] {
  const text = html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, ' ')
    .replace(/<(?:img|input)[^>]*?alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
  return words(text);
}

function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function missing(wanted: readonly string[], found: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((word) => {
    const at = found.indexOf(word, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

test.each([...oraclePages, ...logseqSyntax])('$what: every word is on the page', ({ source }) => {
  const { html, properties } = pageOf(source);
  const found = wordsOfPage(html);
  const wanted = wordsOfSource(source);
  const rows = [...found, ...properties.flatMap((row) => wordsOfPage(`${row.key} ${row.html}`))];
  expect(missing(wanted.text, found)).toEqual([]);
  expect(wanted.properties.filter((word) => !rows.includes(word))).toEqual([]);
});

test.each(logseqSyntax)('$what: no syntax shows', ({ source }) => {
  const text = pageOf(source)
    .html.replace(/<(code|pre)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ');
  expect(text).not.toMatch(/collapsed::|\bid::|\(\(|\{\{(?! )|:LOGBOOK:|\[\[|\]\]|==|\^\^|#\+/);
});
