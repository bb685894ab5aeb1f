/** Texts of the buttons beside a diagram, board or picture that can be zoomed. */
import type { TextTable } from './lookup.ts';

export const viewerTexts = {
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit to window', zh: '适应窗口' },
  fullScreen: { en: 'Full screen', zh: '全屏' },
  previousPicture: { en: 'Previous picture', zh: '上一张图片' },
  nextPicture: { en: 'Next picture', zh: '下一张图片' },
  close: { en: 'Close', zh: '关闭' },
} satisfies TextTable<string>;
