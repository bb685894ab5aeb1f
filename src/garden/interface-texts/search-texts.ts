/** Texts of search. */
import type { TextTable } from './lookup.ts';

export const searchTexts = {
  search: { en: 'Search', zh: '搜索' },
  placeholder: { en: 'Search notes', zh: '搜索笔记' },
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
  allNotes: { en: 'All notes', zh: '全部笔记' },
  failed: { en: 'Search could not be loaded.', zh: '搜索无法加载。' },
  jump: { en: 'Go to', zh: '前往' },
  recent: { en: 'Recent searches', zh: '最近搜索' },
  clear: { en: 'Clear', zh: '清除' },
  allResults: { en: 'All results', zh: '全部结果' },
  filter: { en: 'Filter', zh: '筛选' },
  tag: { en: 'Tag', zh: '标签' },
  lang: { en: 'Language', zh: '语言' },
  kind: { en: 'Kind', zh: '类型' },
  any: { en: 'Any', zh: '不限' },
  note: { en: 'Note', zh: '笔记' },
  journal: { en: 'Journal', zh: '日志' },
  ghost: { en: 'Not written yet', zh: '尚未创建' },
  locked: { en: 'With a password', zh: '加密' },
  lockedResults: {
    en: 'Found in pages that you opened with a password',
    zh: '在你用密码打开的页面中找到',
  },
  close: { en: 'Close', zh: '关闭' },
  keys: {
    en: '↑↓ select · Enter open · Ctrl+Enter open in new tab · Esc close',
    zh: '↑↓ 选择 · Enter 打开 · Ctrl+Enter 在新标签页打开 · Esc 关闭',
  },
  zh: { en: '中文', zh: '中文' },
  en: { en: 'English', zh: 'English' },
} satisfies TextTable<string>;

export type SearchTextKey = keyof typeof searchTexts;
