/** Texts of `llms.txt`. */
import type { TextTable } from './lookup.ts';

export const llmsTexts = {
  llmsGuide: {
    en: 'Each link leads to the Markdown of a note. The page of a note has the same address without “.md”; links inside the Markdown lead to pages, whose Markdown is at their address with “.md” in place of the last slash.',
    zh: '每个链接指向一篇笔记的 Markdown。笔记页面的地址去掉“.md”即可；Markdown 中的链接指向页面，把其地址末尾的斜杠换成“.md”就是它的 Markdown。',
  },
} satisfies TextTable<string>;
