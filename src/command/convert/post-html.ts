/** A post's content as HTML: paragraphs of the classic editor, and WordPress's own shortcodes. Pure. */
import { escapeHtml } from '../../garden/escape.ts';

const block =
  /^\s*<\/?(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|form|h[1-6]|header|hr|iframe|ol|p|pre|section|table|ul|!--)/iu;

/** The content with a paragraph for each part between blank lines, as WordPress shows it (`wpautop`). */
function withParagraphs(content: string): string {
  const kept: string[] = [];
  const held = content.replace(/<(pre|script|style)\b[\s\S]*?<\/\1>/giu, (html) => {
    return `\n\n\ue000${kept.push(html) - 1}\ue001\n\n`;
  });
  const parts = held.split(/\n\s*\n/u).map((part) => part.trim());
  const html = parts.map((part) => {
    if (part === '' || block.test(part) || /^\ue000\d+\ue001$/u.test(part)) return part;
    return `<p>${part.replaceAll('\n', '<br>\n')}</p>`;
  });
  return html.join('\n').replace(/\ue000(\d+)\ue001/gu, (_, index) => kept[Number(index)] ?? '');
}

const code = /\[(sourcecode|code)\b([^\]]*)\]([\s\S]*?)\[\/\1\]/giu;
const caption =
  /\[caption\b[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*?)\[\/caption\]/giu;
const embed = /\[(embed|video|audio)\b([^\]]*)\](?:([^[\]]*)\[\/\1\])?/giu;
const gallery = /\[gallery\b([^\]]*)\]/giu;

/** The content of a post as HTML; `fileOf` gives the address of an attachment by its id. */
export function postHtml(content: string, fileOf: (id: string) => string): string {
  const isClassic = !/<p[\s>]|<!--\s*wp:/iu.test(content);
  const written = content
    .replaceAll('\r\n', '\n')
    .replace(code, (_, _name, attributes: string, source: string) => {
      const language = /lang(?:uage)?=["']?([\w+#-]+)/iu.exec(attributes)?.[1] ?? '';
      const name = language === '' ? '' : ` class="language-${language}"`;
      return `<pre><code${name}>${escapeHtml(decoded(source.replace(/^\n|\n$/gu, '')))}</code></pre>`;
    })
    .replace(caption, (_, picture: string, text: string) => {
      return `<figure>${picture}<figcaption>${text.trim()}</figcaption></figure>`;
    })
    .replace(embed, (whole, _name, attributes: string, inside = '') => {
      const address =
        inside.trim() || /(?:src|mp4|mp3|m4a|webm|ogg)=["']([^"']+)/iu.exec(attributes)?.[1];
      return address ? `<figure class="wp-block-embed">${address}</figure>` : whole;
    })
    .replace(gallery, (whole, attributes: string) => {
      const ids = /\bids=["']?([\d,\s]+)/iu.exec(attributes)?.[1]?.split(',') ?? [];
      const files = ids.map((id) => fileOf(id.trim())).filter((file) => file !== '');
      const pictures = files.map((file) => `<p><img src="${escapeHtml(file)}" alt=""></p>`);
      return pictures.length > 0 ? pictures.join('\n') : whole;
    });
  return isClassic ? withParagraphs(written) : written;
}

/** Shortcodes that are left: those with an attribute, and those that are closed. */
export function remainingShortcodes(html: string): string[] {
  const text = html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/giu, '');
  const found = [
    ...text.matchAll(/\[([a-z][\w-]*)(?:\s+[\w-]+=[^\]]*|[^\]\n]*\][\s\S]*?\[\/\1)\]/giu),
  ];
  return [...new Set(found.map(([, name = '']) => name))];
}

function decoded(text: string): string {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'", '&amp;': '&' } as const;
  return text.replace(/&(?:lt|gt|quot|#039|amp);/gu, (name) => signs[name as keyof typeof signs]);
}
