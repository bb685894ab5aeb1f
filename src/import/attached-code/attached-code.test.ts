import { expect, test } from 'vitest';
import { withoutScripts } from './clean-html.ts';
import { withoutSvgScripts } from './clean-svg.ts';

function svg(text: string): string {
  return new TextDecoder().decode(withoutSvgScripts(new TextEncoder().encode(text)));
}

const open = '<svg xmlns="http://www.w3.org/2000/svg">';

test.each([
  ['<script>alert(1)</script>', ''],
  ['<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', ''],
  ['<rect onclick="alert(1)" width="1"/>', '<rect width="1"></rect>'],
  ['<a href="java&#10;script:alert(1)"><text>x</text></a>', '<a><text>x</text></a>'],
  ['<a href="&#106;avascript:alert(1)"><text>x</text></a>', '<a><text>x</text></a>'],
  ['<foreignObject><body onload="alert(1)"/></foreignObject>', ''],
  [
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>',
    '<h:img src="x"></h:img>',
  ],
  ['<set attributeName="onmouseover" to="alert(1)"/>', '<set to="alert(1)"></set>'],
  ['<use href="data:image/svg+xml,x"/><script/>', '<use></use>'],
  ['<text>a &amp; b</text><script/>', '<text>a &amp; b</text>'],
])('%s in an attached SVG becomes %s', (inside, expected) => {
  expect(svg(`${open}${inside}</svg>`)).toBe(`${open}${expected}</svg>\n`);
});

test('entities and style sheets of a file are left out', () => {
  const source = `<?xml-stylesheet href="x.xsl"?><!DOCTYPE svg [<!ENTITY x "<script>1</script>">]>${open}&x;</svg>`;
  expect(svg(source)).not.toMatch(/script|ENTITY|xsl/);
});

test('an SVG without anything that runs is copied byte for byte', () => {
  const bytes = new TextEncoder().encode(`<?xml version="1.0"?>\n${open}<path d="M0 0"/></svg>`);
  expect(withoutSvgScripts(bytes)).toBe(bytes);
});

test('an SVG in another encoding than UTF-8 is not copied', () => {
  const bytes = Buffer.from(`\ufeff${open}<script>1</script></svg>`, 'utf16le');
  expect(new TextDecoder().decode(withoutSvgScripts(bytes))).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  );
});

test('an attached HTML file begins with a policy that lets nothing of it run', () => {
  const file = new TextEncoder().encode('<html><script>alert(1)</script>');
  const copy = new TextDecoder().decode(withoutScripts('a.html', file));
  expect(copy).toMatch(
    /^<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  );
});

test('an attached document of XML is shown as text', () => {
  const file = new TextEncoder().encode('<a xmlns="x"><script/></a>');
  expect(new TextDecoder().decode(withoutScripts('a.xhtml', file))).toBe(
    '<pre xmlns="http://www.w3.org/1999/xhtml">&lt;a xmlns="x">&lt;script/>&lt;/a></pre>\n',
  );
});
