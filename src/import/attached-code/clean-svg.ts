/**
 * Copies of attached SVG files without what runs code: opened by themselves they have the origin of the
 * site. Drawings, styles, animations and links stay.
 */
import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../garden/escape.ts';

/** Elements that run code, or hold HTML that may, in lower case without a prefix. */
const dropped = new Set(
  [
    'script',
    'foreignobject',
    'handler',
    'listener',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
  ].concat(['html', 'body', 'link', 'meta', 'base', 'form']),
);

/** What may run code; most files hold none of it and are copied as they are. */
const suspicious =
  /<(?:[\w-]+:)?(?:script|foreignobject|handler|listener|iframe|object|embed|audio|video|html|body|link|meta|base|form)\b|\son|script\s*:|data\s*:\s*text|<!(?:doctype|entity)|<\?xml-stylesheet|&(?:#|\w*(?:colon|tab|newline))|xmlns:(?!xlink|svg)|\battributename\b/i;

/** The bytes of an SVG file without scripts, handlers, entities, HTML and addresses that run code. */
export function withoutSvgScripts(bytes: Uint8Array): Uint8Array {
  // Other encodings could hide a script from this reader that a browser would find.
  const text = decoded(bytes);
  if (text === null) return encoder.encode(emptySvg);
  return suspicious.test(text) ? encoder.encode(cleaned(text)) : bytes;
}

const encoder = new TextEncoder();
const emptySvg = '<svg xmlns="http://www.w3.org/2000/svg"/>\n';

function decoded(bytes: Uint8Array): string | null {
  const declared = /encoding\s*=\s*["']([^"']+)/i.exec(
    String.fromCharCode(...bytes.subarray(0, 200)),
  );
  if (declared && !/^utf-?8$|^us-ascii$/i.test(declared[1] ?? '')) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function cleaned(text: string): string {
  let out = '';
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden > 0 || dropped.has(localName(name))) {
          hidden += 1;
          return;
        }
        const kept = Object.entries(attributes).filter(([key, value]) => isHarmless(key, value));
        out += `<${name}${kept.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}>`;
      },
      ontext(data) {
        if (hidden === 0) out += escapeHtml(data);
      },
      onclosetag(name) {
        if (hidden > 0) hidden -= 1;
        else out += `</${name}>`;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return `${out.trim()}\n`;
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** No handlers; addresses only of the web, of pictures, and inside of the file. */
function isHarmless(key: string, value: string): boolean {
  const name = localName(key);
  if (!/^[\w:.-]+$/.test(key) || name.startsWith('on')) return false;
  if (key.startsWith('xmlns'))
    return /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)$/.test(value);
  const compact = value.replace(/[\p{Cc}\s]/gu, '').toLowerCase();
  // An animation could set a handler or an address later.
  if (name === 'attributename') return !/^(?:xlink:)?(?:href|on.*)$/.test(compact);
  if (name === 'href' || name === 'src') {
    return /^(?:#|https?:\/\/|mailto:|data:image\/(?:png|jpe?g|gif|webp|avif)[;,]|[^:]*$)/.test(
      compact,
    );
  }
  return !/(?:java|vb)script:|data:text/.test(compact);
}
