/** Texts of what a reader does in a note. */
import type { TextTable } from './lookup.ts';

export const actionTexts = {
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copyCode: { en: 'Copy', zh: '复制' },
  codeCopied: { en: 'Code copied', zh: '代码已复制' },
  copied: { en: 'Link copied', zh: '链接已复制' },
  blockPath: { en: 'Path to this block', zh: '块的路径' },
  closePane: { en: 'Close pane', zh: '关闭窗格' },
} satisfies TextTable<string>;
