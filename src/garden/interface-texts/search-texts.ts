/** Texts of search, before anything is searched for. */
import type { TextTable } from './lookup.ts';

export const searchTexts = {
  search: { en: 'Search', zh: '搜索' },
  placeholder: { en: 'Search notes', zh: '搜索笔记' },
  allNotes: { en: 'All notes', zh: '全部笔记' },
  searching: { en: 'Searching…', zh: '正在搜索…' },
  failed: { en: 'Search could not be loaded.', zh: '搜索无法加载。' },
  retry: { en: 'Try again', zh: '重试' },
  filter: { en: 'Filter', zh: '筛选' },
  tag: { en: 'Tag', zh: '标签' },
  lang: { en: 'Language', zh: '语言' },
  kind: { en: 'Kind', zh: '类型' },
  any: { en: 'Any', zh: '不限' },
  note: { en: 'Note', zh: '笔记' },
  journal: { en: 'Journal', zh: '日志' },
  ghost: { en: 'Not written yet', zh: '尚未创建' },
  locked: { en: 'With a password', zh: '加密' },
  close: { en: 'Close', zh: '关闭' },
  keys: {
    en: '↑↓ select · Enter open · Ctrl+Enter open in new tab · Esc close',
    zh: '↑↓ 选择 · Enter 打开 · Ctrl+Enter 在新标签页打开 · Esc 关闭',
  },
  zh: { en: '中文', zh: '中文' },
  en: { en: 'English', zh: 'English' },
} satisfies TextTable<string>;

export type SearchTextKey = keyof typeof searchTexts;
