/** Hiccup (`[:span.note {:style {:color "red"}} "text"]`) as HTML, which the renderer sanitises. */
import { escapeHtml } from '../../../escape.ts';
import { type Edn, ednKey } from './edn.ts';

const voidElements = new Set('br hr img input wbr'.split(' '));

const elementName = /^([a-z][a-z0-9]*)((?:[.#][\w-]+)*)$/i;

/** Whether a form is an element; another vector that starts with a keyword, `[:block/uuid 1]`, is text. */
export function isElement(form: Edn): boolean {
  const [head] = form.kind === 'vector' ? form.items : [];
  return head?.kind === 'keyword' && elementName.test(head.name);
}

/** The HTML of a hiccup form; an element without content and attributes is left out. */
export function hiccupHtml(form: Edn): string {
  if (form.kind === 'string') return escapeHtml(form.text);
  if (form.kind === 'number') return String(form.number);
  if (form.kind !== 'vector' && form.kind !== 'list') return '';
  const [head, ...rest] = form.items;
  if (head?.kind !== 'keyword') return form.items.map(hiccupHtml).join('');
  const tag = elementName.exec(head.name);
  if (!tag) return rest.map(hiccupHtml).join(' ');
  const first = rest[0];
  const attributes = first?.kind === 'map' ? first : null;
  const name = (tag[1] ?? 'span').toLowerCase();
  const written = writeAttributes(tag[2] ?? '', attributes);
  if (voidElements.has(name)) return `<${name}${written}>`;
  const content = (attributes ? rest.slice(1) : rest).map(hiccupHtml).join('');
  return content === '' && written === '' ? '' : `<${name}${written}>${content}</${name}>`;
}

function writeAttributes(shorthand: string, attributes: Edn | null): string {
  const id = /#([\w-]+)/.exec(shorthand)?.[1];
  const classes = [...shorthand.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
  const pairs: [string, string][] = [];
  if (id) pairs.push(['id', id]);
  if (classes.length > 0) pairs.push(['class', classes.join(' ')]);
  if (attributes?.kind === 'map') {
    for (const [key, value] of attributes.entries) pairs.push([ednKey(key), attributeText(value)]);
  }
  return pairs
    .filter(([name]) => /^[a-z][\w-]*$/i.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

function attributeText(value: Edn): string {
  if (value.kind === 'number') return String(value.number);
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind !== 'map') return ednKey(value);
  return value.entries.map(([key, part]) => `${ednKey(key)}: ${attributeText(part)}`).join('; ');
}
