/** Texts of the form of a locked page. */
import type { TextTable } from './lookup.ts';

export const lockTexts = {
  opening: { en: 'Opening …', zh: '正在打开……' },
  wrong: {
    en: 'This password does not open the page. Check it and try again.',
    zh: '密码不正确，请检查后重试。',
  },
  insecure: {
    en: 'Browsers decrypt only on pages that come by HTTPS.',
    zh: '浏览器只在 HTTPS 页面上解密。',
  },
  damaged: {
    en: 'This page cannot be opened now. Reload it and try again.',
    zh: '暂时无法打开此页面，请重新加载后重试。',
  },
  lockAgain: { en: 'Lock again', zh: '重新锁定' },
  contents: { en: 'On this page', zh: '本页内容' },
} satisfies TextTable<string>;
