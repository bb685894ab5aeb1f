/** Texts of the buttons of a board. */
import type { TextTable } from './lookup.ts';

export const boardTexts = {
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit to window', zh: '适应窗口' },
  fullScreen: { en: 'Full screen', zh: '全屏' },
} satisfies TextTable<string>;
