/** Texts of what a reader does in a note. */
import type { TextTable } from './lookup.ts';

export const actionTexts = {
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copyCode: { en: 'Copy', zh: '复制' },
  codeCopied: { en: 'Code copied', zh: '代码已复制' },
  copied: { en: 'Link copied', zh: '链接已复制' },
  blockPath: { en: 'Path to this block', zh: '块的路径' },
  closePane: { en: 'Close pane', zh: '关闭窗格' },
  read: { en: 'read', zh: '已读' },
  continueReading: { en: 'Continue reading', zh: '继续阅读' },
  forgetPlace: { en: 'Do not offer this note again', zh: '不再提示这篇笔记' },
} satisfies TextTable<string>;
