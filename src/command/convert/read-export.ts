/** Reads what WordPress exports: RSS with its own elements (WXR 1.0 to 1.2). Pure. */
import { Parser } from 'htmlparser2';

/** A post, page or attachment. Texts are '' where the export has none. */
export interface ExportedItem {
  readonly id: string;
  /** 'post', 'page', 'attachment' and those of plugins. */
  readonly type: string;
  /** 'publish', 'draft', 'pending', 'private', 'future', 'trash', 'inherit'. */
  readonly status: string;
  readonly title: string;
  /** Its address, with the host. */
  readonly link: string;
  /** `YYYY-MM-DD HH:MM:SS` in the time of the site, and in UTC. */
  readonly date: string;
  readonly dateUtc: string;
  readonly modified: string;
  readonly content: string;
  readonly excerpt: string;
  readonly author: string;
  readonly hasPassword: boolean;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** Address of an attachment's file. */
  readonly file: string;
  /** Id of the attachment that is its picture. */
  readonly picture: string;
  readonly comments: number;
}

export interface WordPressExport {
  readonly title: string;
  readonly description: string;
  /** Address of the site, without a slash at its end. */
  readonly site: string;
  readonly items: readonly ExportedItem[];
}

interface Reading {
  readonly texts: Map<string, string>;
  readonly categories: string[];
  readonly tags: string[];
  readonly meta: Map<string, string>;
  comments: number;
}

/** The export in `xml`, or null where it is none. */
export function readExport(xml: string): WordPressExport | null {
  const items: ExportedItem[] = [];
  const channel = new Map<string, string>();
  const open: { readonly name: string; readonly domain: string; text: string }[] = [];
  let item: Reading | null = null;
  const parser = new Parser(
    {
      onopentag(name, { domain = '' }) {
        open.push({ name, domain, text: '' });
        if (name === 'item') item = newReading();
      },
      ontext(text) {
        const here = open.at(-1);
        if (here) here.text += text;
      },
      onclosetag(name) {
        const closed = open.pop();
        if (closed === undefined) return;
        if (name === 'item' && item) items.push(itemOf(item));
        if (name === 'item') item = null;
        else if (item) readElement(item, closed, open.at(-1)?.name ?? '');
        else if (open.at(-1)?.name === 'channel') channel.set(name, closed.text.trim());
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (!channel.has('wp:wxr_version')) return null;
  const site = channel.get('wp:base_blog_url') || channel.get('link') || '';
  return {
    title: channel.get('title') ?? '',
    description: channel.get('description') ?? '',
    site: site.replace(/\/+$/u, ''),
    items,
  };
}

function newReading(): Reading {
  return { texts: new Map(), categories: [], tags: [], meta: new Map(), comments: 0 };
}

function readElement(
  item: Reading,
  { name, domain, text }: { readonly name: string; readonly domain: string; readonly text: string },
  parent: string,
): void {
  if (parent === 'wp:postmeta') readMeta(item, name, text.trim());
  if (name === 'wp:comment_approved' && text.trim() === '1') item.comments += 1;
  if (parent !== 'item') return;
  if (name !== 'category') item.texts.set(name, text);
  else if (domain === 'post_tag') item.tags.push(text.trim());
  else if (domain === 'category') item.categories.push(text.trim());
}

/** The key of a pair comes before its value. */
function readMeta({ texts, meta }: Reading, name: string, text: string): void {
  if (name === 'wp:meta_key') texts.set('key', text);
  if (name === 'wp:meta_value') meta.set(texts.get('key') ?? '', text);
}

function itemOf({ texts, categories, tags, meta, comments }: Reading): ExportedItem {
  const text = (name: string) => (texts.get(name) ?? '').trim();
  return {
    id: text('wp:post_id'),
    type: text('wp:post_type'),
    status: text('wp:status'),
    title: text('title'),
    link: text('link'),
    date: text('wp:post_date'),
    dateUtc: text('wp:post_date_gmt'),
    modified: text('wp:post_modified'),
    content: texts.get('content:encoded') ?? '',
    excerpt: text('excerpt:encoded'),
    author: text('dc:creator'),
    hasPassword: text('wp:post_password') !== '',
    categories: categories.filter((name) => name !== 'Uncategorized'),
    tags,
    file: text('wp:attachment_url'),
    picture: meta.get('_thumbnail_id') ?? '',
    comments,
  };
}
