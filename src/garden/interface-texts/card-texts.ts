/** Texts of the review of flashcards. */
import { type InterfaceLanguage, lookup, type TextLookup, type TextTable } from './lookup.ts';

export const cardTexts = {
  due: { en: '{n} to review today', zh: '今天待复习 {n} 张' },
  nothingDue: { en: 'Nothing to review today.', zh: '今天没有要复习的卡片。' },
  nextDue: { en: 'Next review: {n}', zh: '下次复习：{n}' },
  start: { en: 'Review', zh: '开始复习' },
  startAll: { en: 'Review all cards', zh: '复习全部卡片' },
  stop: { en: 'Stop', zh: '结束' },
  left: { en: '{n} left', zh: '还剩 {n} 张' },
  again: { en: 'Again', zh: '重来' },
  hard: { en: 'Hard', zh: '困难' },
  good: { en: 'Good', zh: '记得' },
  easy: { en: 'Easy', zh: '容易' },
  today: { en: 'today', zh: '今天' },
  oneDay: { en: '1 day', zh: '1 天' },
  days: { en: '{n} days', zh: '{n} 天' },
  done: { en: 'All cards reviewed.', zh: '全部复习完了。' },
  kept: {
    en: 'Dates are kept in this browser only.',
    zh: '复习日期只保存在此浏览器中。',
  },
  forget: { en: 'Forget the dates of these cards', zh: '清除这些卡片的日期' },
} satisfies TextTable<string>;

export type CardText = TextLookup<keyof typeof cardTexts>;

/** Looks up texts of the review in one language. */
export function cardText(language: InterfaceLanguage): CardText {
  return lookup(cardTexts, language);
}
