/** What to write in Markdown for a tag of Jekyll, Hexo or Hugo. */
import { ownValue } from '../../../own-value.ts';

/** The words after a tag's name, and those with a key: `src="a.png"`. */
interface Arguments {
  readonly words: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** The text of the link around the tag; '' where it is in none. */
  readonly label: string;
}

type Hint = (given: Arguments) => string;

const word = /(?:(?<key>[\w-]+)=)?(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"']+))/gu;

/** The hint for a tag such as `asset_img cat.png A cat`; `before` is the text in front of it. */
export function hintForTag(inside: string, before: string): string {
  const [name = ''] = /^[\w/.-]+/u.exec(inside) ?? [];
  const hint = ownValue(hints, name.toLowerCase()) ?? ownValue(callouts, name.toLowerCase());
  const given = argumentsOf(inside.slice(name.length), before);
  if (typeof hint === 'string') return `Write a callout: > ${hint}.`;
  return hint ? hint(given) : 'Write in Markdown what it would show, or remove it.';
}

/** The hint for an output such as `{{ site.baseurl }}`. */
export function hintForOutput(inside: string): string {
  const [, address] = /^\s*["']([^"']+)["']\s*\|\s*(?:relative|absolute)_url/u.exec(inside) ?? [];
  if (address !== undefined) return `Write ${address}.`;
  if (/^\s*site\.(?:base)?url\b/u.test(inside)) return 'Remove it: the path behind it is enough.';
  return 'Write the text that it would show, or remove it.';
}

function argumentsOf(text: string, before: string): Arguments {
  const words: string[] = [];
  const named: [string, string][] = [];
  for (const { groups = {} } of text.matchAll(word)) {
    const value = groups['double'] ?? groups['single'] ?? groups['bare'] ?? '';
    const { key } = groups;
    if (key === undefined) words.push(value);
    else named.push([key, value]);
  }
  const label = /\[([^[\]]*)\]\(\s*$/u.exec(before)?.[1] ?? '';
  return { words, named: Object.fromEntries(named), label };
}

const code: Hint = ({ words }) => {
  const [first = ''] = words;
  const language = first.replace(/^lang:/u, '');
  return `Write a code block: \`\`\`${/^[\w+#-]+$/u.test(language) ? language : ''}.`;
};
const quotation: Hint = () => 'Write a quotation: > at the start of each line.';

/** A link to a note by the name of its file. */
function noteLink(path: string, label: string): string {
  const name = path.replace(/^.*\//u, '').replace(/\.(?:md|markdown|html)(?=#|$)/u, '');
  return `Write [[${name}${label === '' ? '' : `|${label}`}]].`;
}
const toNote: Hint = ({ words: [path = '', ...label], label: around }) =>
  noteLink(path, label.filter((each) => !/^(?:true|false)$/u.test(each)).join(' ') || around);

function picture(address: string, text: string): string {
  return `Write ![${text}](${/\s/u.test(address) ? `<${address}>` : address}).`;
}

/** Hexo: `{% asset_img [class] file [width] [height] [title] %}`. */
const assetPicture: Hint = ({ words }) => {
  const at = words.findIndex((each) => /\.\w{2,5}$|^https?:/u.test(each));
  const rest = words.slice(at + 1).filter((each) => !/^\d+(?:px|%)?$/u.test(each));
  const [title = ''] = /^"?([^"]*?)"?\s*(?:["'].*)?$/u.exec(rest.join(' ')) ?? [];
  return picture(words[Math.max(at, 0)] ?? '', title);
};
const figure: Hint = ({ words, named }) => {
  const text = ['alt', 'caption', 'title'].map((key) => ownValue(named, key) ?? '');
  return picture(ownValue(named, 'src') ?? words[0] ?? '', text.find(Boolean) ?? '');
};
const video = (host: string): Hint => {
  return ({ words, named }) => `Write ![](${host}${ownValue(named, 'id') ?? words[0] ?? ''}).`;
};

const hints: Readonly<Record<string, Hint>> = {
  ...{ highlight: code, codeblock: code, code, include_code: code },
  ...{ blockquote: quotation, quote: quotation, pullquote: quotation, centerquote: quotation },
  ...{ post_url: toNote, post_link: toNote, post_path: toNote, ref: toNote, relref: toNote },
  ...{ asset_img: assetPicture, img: assetPicture, figure, 'asset-img': assetPicture },
  asset_link: ({ words: [file = '', ...text] }) => `Write [${text.join(' ') || file}](${file}).`,
  asset_path: ({ words: [file = ''] }) => `Write ${file}.`,
  // Jekyll's link names a file; Hexo's has a text, an address and perhaps a title.
  link: ({ words, label }) => {
    const at = words.findIndex((each) => /^(?:https?:|\/\/)/u.test(each));
    if (at < 0) return noteLink(words[0] ?? '', label);
    return `Write [${words.slice(0, at).join(' ')}](${words[at]}).`;
  },
  youtube: video('https://www.youtube.com/watch?v='),
  vimeo: video('https://vimeo.com/'),
  gist: ({ words }) => `Write https://gist.github.com/${words.join('/')}.`,
  raw: () => 'Remove the tag and its end: nothing is run here.',
  comment: () => 'Write a comment between %% and %%.',
  include: ({ words: [file = ''] }) =>
    `Write what _includes/${file} holds, or embed a note: ![[name]].`,
  mermaid: () => 'Write a code block: ```mermaid.',
  katex: () => 'Write the formula between $$ and $$.',
  math: () => 'Write the formula between $$ and $$.',
  toc: () => 'Remove it: pages have a table of contents.',
  seo: () => 'Remove it: pages have this metadata.',
};

/** Boxes of themes, by the callout that they are. */
const callouts: Readonly<Record<string, string>> = {
  ...{
    note: '[!note]',
    notice: '[!note]',
    admonition: '[!note]',
    alert: '[!note]',
    callout: '[!note]',
  },
  ...{
    hint: '[!hint]',
    tip: '[!tip]',
    info: '[!info]',
    warning: '[!warning]',
    danger: '[!danger]',
  },
  ...{ details: '[!note]-', fold: '[!note]-', folding: '[!note]-', expand: '[!note]-' },
};
