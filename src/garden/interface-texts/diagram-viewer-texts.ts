/** Texts of the dialog that shows a diagram enlarged. */
import type { TextTable } from './lookup.ts';

export const diagramViewerTexts = {
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit to window', zh: '适应窗口' },
  close: { en: 'Close', zh: '关闭' },
} satisfies TextTable<string>;
