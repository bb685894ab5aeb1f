/** Every spelling of a switch, in both dialects, under the policy that publishes most. */
import { describe, expect, test } from 'vitest';
import type { Garden } from '../../garden.ts';
import type { Dialect } from '../../note.ts';
import { parseNote } from '../../parse/parse-note.ts';
import { logseqGraph, obsidianVault, policy } from '../fixtures/notes.ts';
import { resolveGarden } from '../resolve-garden.ts';
import { applySchedule } from './apply-schedule.ts';

const nbsp = '\u00a0';

/** Heads of a note that keep it back in both dialects. */
const hiding: readonly string[] = [
  // YAML: values.
  ...[
    'false',
    'False',
    '"false"',
    "'no'",
    'off',
    'maybe',
    'flase',
    '0',
    '1',
    '[true]',
    'nein',
    '否',
  ].map((value) => `---\npublish: ${value}\n---\n`),
  ...['true', 'True', 'yes', 'on', '"true"', 'ja', '是', '1', 'perhaps', '[false]'].map(
    (value) => `---\nprivate: ${value}\n---\n`,
  ),
  // YAML: maps, lists, anchors, nesting, odd writing.
  '---\npublish: {a: b}\n---\n',
  '---\npublish: {a: true}\n---\n',
  '---\npublish: {}\n---\n',
  '---\npublish:\n  value: true\n---\n',
  '---\nprivate:\n  since: 2020\n---\n',
  '---\nprivate:\n  - true\n---\n',
  '---\nmeta:\n  publish: false\n---\n',
  '---\nmeta:\n  private: true\n---\n',
  '---\npublish: *x\n---\n',
  '---\nbase: &x\n  private: true\n<<: *x\n---\n',
  '---\n"publish": false\n---\n',
  '---\npublish : false\n---\n',
  `---\npublish:${nbsp}false\n---\n`,
  `---\n${nbsp}publish: false\n---\n`,
  '---\npub\u200blish: false\n---\n',
  '---\npublish： false\n---\n',
  '---\ntitle: a\n  publish： false\n---\n',
  '---\nｐｕｂｌｉｓｈ: false\n---\n',
  '---\npublish: true\npublish: false\n---\n',
  '---\nPUBLISH: FALSE\n---\n',
  '---\ntags: @x\npublish: true\n---\n',
  '---\npublish: false\n',
  '\n\n---\npublish: false\n---\n',
  '\u200b---\npublish: false\n---\n',
  // Keys of other programs.
  ...['dg-publish: false', 'dg_publish: false', 'share: no', 'public: false', 'draft: true'].map(
    frontMatter,
  ),
  ...['published: false', 'published: no', 'published: soon', 'hidden: true', 'passwd: x1'].map(
    frontMatter,
  ),
  ...['Draft: True', 'DRAFT: yes', 'unlisted: maybe', 'headless: true', 'isPrivate: true'].map(
    frontMatter,
  ),
  ...['is_draft: true', 'visibility: private', 'visibility: friends', 'confidential: true'].map(
    frontMatter,
  ),
  ...['公开: false', '私密: true', '草稿: 是', 'entwurf: true', 'brouillon: oui'].map(frontMatter),
  '---\nbuild:\n  render: never\n---\n',
  '---\n_build:\n  render: false\n---\n',
  ...['isPrivate: 是', 'private_note: true', 'do-not-publish: true', 'noPublish: yes'].map(
    frontMatter,
  ),
  ...['is_published: no', 'publish_to_web: false', 'public-access: false', 'visible: false'].map(
    frontMatter,
  ),
  ...['是否公开: 否', '不发布: true', '非公開: true', '可见性: 私密', '密码: 123'].map(frontMatter),
  ...[
    'encrypted: true',
    'internal: yes',
    'status: private',
    'access: only me',
    'robots: noindex',
  ].map(frontMatter),
  ...['post_status: draft', 'published: 0', 'published: [false]', 'черновик: true'].map(
    frontMatter,
  ),
  ...['tags: [a, private]', 'tags: "#私密"', 'tag: no-publish', 'build: {list: never}'].map(
    frontMatter,
  ),
  ...['cascade:\n  - draft: true', 'cascade:\n  build:\n    render: never'].map(frontMatter),
  // Keys that are lists or maps, letters that look like others.
  ...['[private]: true', '? {private: true}\n: 1', 'рublish: false', 'PUBLİSH: false'].map(
    frontMatter,
  ),
  // Access that cannot be read, or that stands where nothing reads it.
  ...['password:', 'password: true', 'password: 123', 'password: [a]', 'password: "a b"'].map(
    frontMatter,
  ),
  ...[
    'unlisted: [true]',
    'unlisted: {a: true}',
    'meta:\n  unlisted: true',
    'is-unlisted: true',
  ].map(frontMatter),
  '# Title\n\n---\nunlisted: true\n---\n',
  '<!--\nunlisted: true\n-->\n',
  '- unlisted:: true\n',
  '- password:: family\n',
  '---\nunlisted: true\n---\nprivate:: true\n',
  // Fences that no program reads as such.
  ...['---yaml', '---toml', '--- # c', '———'].map((open) => `${open}\ndraft: true\n---\n`),
  '---\ntitle: x\npublish: false\n...\n',
  '---\ntitle: x\n\nprivate: true\n\ntext\n',
  '---\ntitle: a\n---\n\nprivate: true\n\n',
  '---\ntitle: a\n---\n---\npublish: false\n---\n',
  '<!-- x -->\n---\npublish: false\n---\n',
  '# Title\n\n---\npublish: false\n---\n',
  '<!--\nprivate: true\n-->\n',
  '%%\nprivate: true\n%%\n',
  '---\u2028publish: false\u2028---\u2028',
  // TOML and JSON of Hugo, and heads without fences.
  '+++\ntitle = "a"\ndraft = true\n+++\n',
  '{\n  "title": "a",\n  "draft": true\n}\n',
  '{"title": "a", "draft": true}\n',
  '+++\n[_build]\n  render = false\n+++\n',
  '+++\nbuild = { render = "never" }\n+++\n',
  '{"build": {"render": "never"}}\n',
  '{\n"private"\n:\ntrue\n}\n',
  'title: a\npublish: false\n\n',
  'draft = true\n',
  // Logseq's lines.
  ...['public:: false', 'PUBLIC:: False', 'private:: true', 'draft:: yes', 'publish:: no'].map(
    line,
  ),
  ...[`public::${nbsp}false`, `${nbsp}public:: false`, 'public：： false', 'public:： false'].map(
    line,
  ),
  ...['ｐublic:: false', 'pub\u200blic:: false', 'title:: a\npublic： false'].map(line),
  ':PROPERTIES:\n:public: false\n:END:\n',
  ':PROPERTIES:\n:private: true\n:END:\n',
  '# Title\nprivate:: true\n',
  ...['**private**:: true', '[[private]]:: true', '1. private:: true', '| private:: true |'].map(
    line,
  ),
  ...[
    '%%private:: true%%',
    '- [ ] private:: true',
    '私密：是',
    '是否公开:: 否',
    'public∷ false',
  ].map(line),
  ...['#+PUBLIC: false', '#+PROPERTY: public false', '[private:: true]', '`public:: false`'].map(
    line,
  ),
  // Bytes that are no text.
  '\ufffdp\ufffdu\ufffdb\ufffdl\ufffdi\ufffdc\ufffd:\ufffd',
  '---\npubl\ufffdish: false\n---\n',
  'publ\ufffdic:: false\n',
];

/** Heads that say nothing against publishing. */
const silent: readonly string[] = [
  '',
  ...['title: a', 'publish:', 'publish: ""', 'draft: false', 'private: no', 'unlisted: off'].map(
    frontMatter,
  ),
  ...['published: 2020-01-02', 'published: true', 'visibility: public', 'password: false'].map(
    frontMatter,
  ),
  ...['share: true', 'publish: true', 'dg-publish: "yes"', 'description: a private matter'].map(
    frontMatter,
  ),
  ...['status: draft', 'status: done', 'public-transport: no', 'hidden-gem: true'].map(frontMatter),
  ...['share-price: 0', 'publisher: none', 'type: [private]', 'tags: [private-key]'].map(
    frontMatter,
  ),
  ...['robots: index', 'visible: yes', 'access: open', '公开: 是', 'isHidden: no'].map(frontMatter),
  '---\ncolumns:\n  a:\n    isHidden: true\n    status: private\n---\n',
  '```yaml:dbfolder\nisHidden: true\n```\n',
  'A private: matter\n',
  'private: the sentence goes on\n',
  'title:: a\n',
  'caf\ufffd and so on, in a text that is long enough to be read by everybody who knows French\n',
];

function frontMatter(line: string): string {
  return `---\n${line}\n---\n`;
}

function line(text: string): string {
  return `${text}\n\n`;
}

function isPublished(head: string, dialect: Dialect): boolean {
  const { publishing, notes, unlisted } = gardenOf(head, dialect);
  const [decision] = publishing.values();
  expect(decision?.published).toBe(notes.size === 1);
  expect(unlisted.size).toBe(0);
  return notes.size === 1;
}

function gardenOf(head: string, dialect: Dialect): Garden {
  const vault = dialect === 'logseq' ? logseqGraph({ root: '' }) : obsidianVault({ root: '' });
  const path = dialect === 'logseq' ? 'pages/a.md' : 'a.md';
  const { note } = parseNote({ path, source: `${head}- text\n- more\n` }, vault);
  const notes = applySchedule([note], moment);
  return resolveGarden(notes, [], [vault], { ...policy, publish: 'all' });
}

describe.for(['logseq', 'obsidian'] as const)('%s', (dialect) => {
  test.for(hiding)('%j keeps the note back', (head) => {
    expect(isPublished(head, dialect)).toBe(false);
  });

  test.for(silent)('%j does not', (head) => {
    expect(isPublished(head, dialect)).toBe(true);
  });
});

test('in the first bullet a switch hides the page, in code it is an example', () => {
  expect(isPublished('- public：： false\n', 'logseq')).toBe(false);
  expect(isPublished('- ```yaml\n  draft: true\n  ```\n', 'logseq')).toBe(true);
});

test.for([
  ['unlisted: true', { kind: 'unlisted' }],
  ['Unlisted: yes', { kind: 'unlisted' }],
  ['password: Family', { kind: 'password', name: 'family', title: '' }],
  ['unlisted: true\npassword: family', { kind: 'password', name: 'family', title: '' }],
  [
    'password: family\npassword-title: Our album',
    { kind: 'password', name: 'family', title: 'Our album' },
  ],
] as const)('%j publishes the page, and no list has it', ([written, access]) => {
  for (const head of [frontMatter(written), line(written.replaceAll(':', '::'))]) {
    const garden = gardenOf(head, head.includes('::') ? 'logseq' : 'obsidian');
    expect([...garden.publishing.values()]).toEqual([
      { published: true, reason: { kind: 'vault' }, access },
    ]);
    expect([garden.notes.size, garden.unlisted.size]).toEqual([0, 1]);
  }
});

test('a field in the text of an Obsidian note hides it, and never publishes it', () => {
  expect(isPublished('Some text.\n\nprivate:: true\n', 'obsidian')).toBe(false);
  expect(isPublished('Some text.\n\npublish:: false\n', 'obsidian')).toBe(false);
});

const moment = Date.parse('2026-06-01T12:00:00Z');

test.for([
  ['publishDate: 2026-06-02', false],
  ['publish_date: 2026-06-01T13:00:00', false],
  ['publishDate: 2026-06-01', true],
  ['publishDate:', true],
  ['publishDate: soon', false],
  ['expiryDate: 2026-06-01', false],
  ['expiryDate: 2026-06-02', true],
  ['unpublish-date: never', false],
  ['publishDate: 2026-01-01\nexpiryDate: 2026-02-01', false],
] as const)('%s is published: %j', ([written, expected]) => {
  for (const dialect of ['logseq', 'obsidian'] as const) {
    for (const head of [frontMatter(written), `+++\n${written.replaceAll(':', ' =')}\n+++\n`]) {
      expect(isPublished(head, dialect)).toBe(expected);
    }
  }
});

test('the owner is told where the suspected switch is', () => {
  const vault = logseqGraph({ root: '' });
  const { note } = parseNote(
    { path: 'pages/a.md', source: 'title:: a\npublic：： false\n' },
    vault,
  );
  expect(note.diagnostics).toEqual([
    {
      code: 'invalid-property',
      path: 'pages/a.md',
      line: 2,
      column: 1,
      message: '“public:: false” may say that the note is private, so it is not published.',
      hint: 'Save the file as UTF-8 and write the switch as a property, or remove it.',
    },
  ]);
});
