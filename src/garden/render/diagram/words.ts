/** The words that figures of diagrams put on a page. */
export interface FigureWords {
  readonly diagram: string;
  readonly enlarge: string;
  readonly source: string;
  readonly failed: string;
  readonly line: string;
}

const english: FigureWords = {
  diagram: 'Diagram',
  enlarge: 'Enlarge',
  source: 'Source',
  failed: 'This diagram cannot be drawn',
  line: 'line',
};

const chinese: FigureWords = {
  diagram: '图表',
  enlarge: '放大',
  source: '源码',
  failed: '此图表无法绘制',
  line: '行',
};

/** Words in a page's language: Chinese for any `zh`, English else. */
export function figureWords(lang: string): FigureWords {
  return /^zh\b/iu.test(lang) ? chinese : english;
}
