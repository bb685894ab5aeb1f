/** Texts around a diagram on a page. */
import { interfaceLanguage, type TextTable, textsIn } from './lookup.ts';

export const diagramTexts = {
  diagram: { en: 'Diagram', zh: '图表' },
  enlarge: { en: 'Enlarge', zh: '放大' },
  source: { en: 'Source', zh: '源码' },
  failed: { en: 'This diagram cannot be drawn', zh: '此图表无法绘制' },
  line: { en: 'line', zh: '行' },
} satisfies TextTable<string>;

export type DiagramTexts = Readonly<Record<keyof typeof diagramTexts, string>>;

/** The texts for a page in `lang` (BCP 47): Chinese for any `zh`, English for all others. */
export function diagramTextsFor(lang: string): DiagramTexts {
  return textsIn(diagramTexts, interfaceLanguage(lang, 'en'));
}
