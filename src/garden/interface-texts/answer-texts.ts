/** Texts of what a search found, and of what was searched for before. */
import type { TextTable } from './lookup.ts';

export const answerTexts = {
  results: { en: '{n} notes', zh: '{n} 篇笔记' },
  oneResult: { en: '1 note', zh: '1 篇笔记' },
  partial: {
    en: 'No note contains all search terms. These notes contain most of them:',
    zh: '没有笔记包含全部搜索词。以下笔记包含大部分：',
  },
  parts: {
    en: 'No note contains all of this. These notes contain a part of it:',
    zh: '没有笔记包含全部内容。以下笔记包含其中一部分：',
  },
  without: { en: 'without “{n}”', zh: '不含“{n}”' },
  corrected: { en: 'Showing results for “{n}”', zh: '已按“{n}”搜索' },
  none: { en: 'No results for “{n}”', zh: '没有找到“{n}”' },
  similar: { en: 'Notes with similar names', zh: '名称相近的笔记' },
  jump: { en: 'Go to', zh: '前往' },
  allResults: { en: 'All results', zh: '全部结果' },
  lockedResults: {
    en: 'Found in pages that you opened with a password',
    zh: '在你用密码打开的页面中找到',
  },
  recent: { en: 'Recent searches', zh: '最近搜索' },
  clear: { en: 'Clear', zh: '清除' },
} satisfies TextTable<string>;

export type AnswerTextKey = keyof typeof answerTexts;
