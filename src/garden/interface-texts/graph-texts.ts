/** Texts of pages that the script of the graph shows, too. */
import { type InterfaceLanguage, lookup, type TextLookup, type TextTable } from './lookup.ts';

export const graphTexts = {
  ghost: { en: 'Not written yet', zh: '尚未创建' },
  journals: { en: 'Journals', zh: '日志' },
  linkedNotes: { en: 'Linked notes', zh: '链接的笔记' },
  links: { en: '{n} links', zh: '{n} 个链接' },
  matching: { en: 'Matching notes', zh: '匹配的笔记' },
  mostLinked: { en: 'Most linked', zh: '链接最多' },
  notes: { en: '{n} notes', zh: '{n} 篇笔记' },
  oneLink: { en: '1 link', zh: '1 个链接' },
  oneNote: { en: '1 note', zh: '1 篇笔记' },
  otherNotes: { en: 'Other', zh: '其他' },
  tags: { en: 'Tags', zh: '标签' },
} satisfies TextTable<string>;

export type GraphTextKey = keyof typeof graphTexts;
export type GraphText = TextLookup<GraphTextKey>;

/** Looks up texts of the graph in one language. */
export function graphText(language: InterfaceLanguage): GraphText {
  return lookup(graphTexts, language);
}
