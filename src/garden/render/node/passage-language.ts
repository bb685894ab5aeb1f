/**
 * Passages in another language than the text around them: a quotation, an abstract. Their `lang` lets
 * screen readers and fonts change (WCAG 2.2, 3.1.2 Language of Parts).
 */
import type { Element } from 'hast';
import type { Nodes } from 'mdast';
import { directionOf } from '../../direction.ts';
import { languageOf } from '../../language.ts';
import type { RenderContext } from '../render-context.ts';

/** Fewer letters are a name or a term, which any language has. */
const minLetters = { han: 8, others: 30 };

/** Letters of other scripts than Latin ones, and signs of Eastern ones: most passages have none. */
const beyondLatin = /[\u0370-\u1fff\u2e80-\uffff]/u;

/** Makes the element of these nodes; it gets the `lang` of their text where that is another one. */
export function withLanguage(
  context: RenderContext,
  nodes: readonly Nodes[],
  make: () => Element,
): Element {
  const around = context.lang;
  const lang = passageLanguage(nodes.map(wordsOf).join(' '), around);
  if (lang === '') return make();
  context.lang = lang;
  const element = make();
  context.lang = around;
  element.properties['lang'] = lang;
  if (directionOf(lang) !== directionOf(around)) element.properties['dir'] = directionOf(lang);
  return element;
}

/** The words of a node without code, formulas and what else is in no language. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const title = node.type === 'callout' ? node.title.map(wordsOf).join('') : '';
  return 'children' in node ? `${title} ${node.children.map(wordsOf).join('')}` : '';
}

/**
 * The language of a text that is mostly in another script than the language around it; '' where it is
 * not. Languages in one script are not told apart: in so few words the guess would often be wrong.
 */
export function passageLanguage(text: string, around: string): string {
  if (scriptOf(around) === 'latin' && !beyondLatin.test(text)) return '';
  const eastern =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (eastern < minLetters.han && letters - eastern < minLetters.others) return '';
  const lang = languageOf(text);
  return scriptOf(lang) === scriptOf(around) ? '' : lang;
}

const ownScripts = /^(?:zh|ja|ko|he|ar|fa|ur|ru|uk|el|th|hi|bn|ta|ka|hy)\b/iu;

/** A name of the script that a language is written in. */
function scriptOf(lang: string): string {
  const language = ownScripts.exec(lang)?.[0].toLowerCase() ?? 'latin';
  if (language === 'uk') return 'ru';
  return language === 'fa' || language === 'ur' ? 'ar' : language;
}
