/** The words of search in the site's two languages. */

const en = {
  search: 'Search',
  placeholder: 'Search notes',
  results: '{n} notes',
  oneResult: '1 note',
  most: 'No note has all of this. These have most of it:',
  corrected: 'Showing results for “{n}”',
  none: 'Nothing found for “{n}”',
  nearest: 'Notes with a name like it',
  allNotes: 'All notes',
  failed: 'Search could not be loaded.',
  jump: 'Go to',
  fullText: 'In the text',
  recent: 'Searched lately',
  forget: 'Forget these',
  more: 'Show more',
  allResults: 'All results',
  filter: 'Filter',
  tag: 'Tag',
  lang: 'Language',
  kind: 'Kind',
  any: 'Any',
  note: 'Note',
  journal: 'Journal',
  ghost: 'Not written yet',
  close: 'Close',
  keys: '↑↓ choose · Enter opens · Ctrl+Enter in a new tab · Esc closes',
  searching: 'Searching …',
  hint: 'Quote a phrase to find it word for word.',
  zh: '中文',
  en: 'English',
} as const;

export type SearchWord = keyof typeof en;

const zh: Readonly<Record<SearchWord, string>> = {
  search: '搜索',
  placeholder: '搜索笔记',
  results: '{n} 篇笔记',
  oneResult: '1 篇笔记',
  most: '没有笔记包含全部内容，以下包含大部分：',
  corrected: '已按“{n}”搜索',
  none: '没有找到“{n}”',
  nearest: '名称相近的笔记',
  allNotes: '全部笔记',
  failed: '搜索无法加载。',
  jump: '前往',
  fullText: '正文',
  recent: '最近搜索',
  forget: '清除记录',
  more: '显示更多',
  allResults: '全部结果',
  filter: '筛选',
  tag: '标签',
  lang: '语言',
  kind: '类型',
  any: '不限',
  note: '笔记',
  journal: '日志',
  ghost: '尚未写成',
  close: '关闭',
  keys: '↑↓ 选择 · Enter 打开 · Ctrl+Enter 新标签页 · Esc 关闭',
  searching: '搜索中……',
  hint: '加引号可查找完整短语。',
  zh: '中文',
  en: 'English',
};

/** A word of search in the language that the page's own words are in now. */
export function word(name: SearchWord, n: string | number = ''): string {
  const words = document.documentElement.dataset['ui'] === 'zh' ? zh : en;
  return words[name].replace('{n}', String(n));
}
