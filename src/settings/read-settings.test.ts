import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';

function faults(text: string): string[] {
  return readSettings(text).faults.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

test('an empty file means the defaults', () => {
  expect(readSettings('').settings).toEqual({
    title: 'Knowledge garden',
    description: '',
    author: '',
    url: '',
    base: '/',
    lang: 'en',
    publish: 'vault',
    ignore: [],
    plugins: { packages: [], trusted: [] },
    keepPictureMetadata: false,
    keepRemotePictures: false,
    home: '',
    collapsed: 2,
    embedDepth: 5,
    mdx: false,
    moved: {},
    nav: { order: [], pinned: [], hidden: [] },
    math: { macros: {} },
    copies: true,
    theme: { fonts: {} },
    edit: {},
    socialImages: true,
    thumbnails: true,
    related: 5,
    showHistory: false,
    offline: false,
    csp: {},
  });
  expect(readSettings('# only a remark\n')).toEqual(readSettings(''));
});

test('a key with nothing behind it is a setting left out', () => {
  expect(readSettings('title:\nbase: /garden/\n').settings).toMatchObject({
    title: 'Knowledge garden',
    base: '/garden/',
  });
});

test('the slash behind an address goes', () => {
  expect(readSettings('url: https://ada.example/\n').settings?.url).toBe('https://ada.example');
});

test.for<[string, string, string[]]>([
  [
    'a slip of a name',
    'title: A\nauhtor: Ada\n',
    ['2:1 There is no setting auhtor: did you mean author?'],
  ],
  ['another case of a name', 'Title: A\n', ['1:1 There is no setting Title: did you mean title?']],
  ['a name that is near to nothing', 'colour: red\n', ['1:1 There is no setting colour.']],
  [
    'a slip of a name in a group',
    'analytics:\n  atributes: {}\n',
    [
      '1:1 analytics.src is missing.',
      '2:3 There is no setting analytics.atributes: did you mean analytics.attributes?',
    ],
  ],
  [
    'a command of formulas without its backslash',
    'math:\n  macros:\n    R: x\n',
    [
      '3:5 math.macros.R is no name that may stand here: math.macros is a map of commands such as \\R: \\mathbb{R}.',
    ],
  ],
  [
    'an address pattern without its path',
    'edit:\n  note: https://a.example/edit\n',
    ['2:9 edit.note is an address that holds {path}, not “https://a.example/edit”.'],
  ],
  [
    'a colour without quotes',
    'theme:\n  accent: #fff\n  paper: 7\n',
    [
      "2:11 theme.accent is a colour such as `'#9a3412'`, or one each as light and dark, not empty: “#” without quotes starts a remark.",
      "3:10 theme.paper is sepia, a colour such as `'#9a3412'`, or one each as light and dark, not 7 without quotes.",
    ],
  ],
  [
    'a strange name in a group',
    'csp:\n  scripts-of-others: []\n',
    [
      '2:3 There is no setting csp.scripts-of-others: csp has script, style, img, font, connect, frame, media.',
    ],
  ],
  [
    'a word that is none of those allowed',
    'title: A\npublish: everything\n',
    ['2:10 publish is vault or all, not “everything”.'],
  ],
  [
    'a number in place of a text',
    'title: 2026\n',
    ['1:8 title is a text, not 2026 without quotes.'],
  ],
  [
    'a text in place of a number',
    'collapsed: deep\n',
    ['1:12 collapsed is honour, open or a number of levels, not “deep”.'],
  ],
  ['a text in place of a switch', 'mdx: "yes"\n', ['1:6 mdx is true or false, not “yes”.']],
  [
    'an address with a path',
    'url: https://ada.example/garden\n',
    ['1:6 url is the host alone: write the path behind it as base.'],
  ],
  [
    'an address that is none',
    'url: ada.example\n',
    ['1:6 url is an address such as https://ada.example, not “ada.example”.'],
  ],
  [
    'a list with a wrong member',
    'csp:\n  script: [https://a.example, 7]\n',
    ['2:31 csp.script[1] is a source without blanks, not 7 without quotes.'],
  ],
  [
    'several things at once, in the order of the file',
    'mdx: 1\nlang: fr\n',
    ['1:6 mdx is true or false, not 1 without quotes.', '2:7 lang is en or zh, not “fr”.'],
  ],
  ['a list in place of settings', '- a\n', ['1:1 The file is a map of settings, not a list.']],
  ['a word in place of settings', 'garden\n', ['1:1 The file is a map of settings, not “garden”.']],
])('%s is told in a sentence with its place', ([, text, sentences]) => {
  expect(faults(text)).toEqual(sentences);
});

test.for<[string, RegExp]>([
  ['title: "A\n', /^\d+:\d+ This is not valid YAML: [^\n]+\.$/],
  ['title: A\ntitle: B\n', /^2:1 This is not valid YAML: Map keys must be unique\.$/],
  ['title: *a\n', /^1:\d+ [^\n]+$/],
  ['a: &a [*a, *a]\n', /./],
])('%j, which is no YAML, is told and stops nothing', ([text, told]) => {
  const found = faults(text);
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(told);
});

test('names of JavaScript’s own are unknown settings', () => {
  expect(faults('constructor: 1\n__proto__: 2\n').map((each) => each.slice(4))).toEqual([
    'There is no setting constructor.',
    'There is no setting __proto__.',
  ]);
});
