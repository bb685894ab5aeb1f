/** Icons on a 24 px grid, drawn with one stroke: a font may lack the signs. Their `d` by name. */
export const iconShapes = {
  leaf: 'M5 19c0-9 5-14 15-14 0 10-5 15-13 13M5 20c2-5 5-8 9-10',
  menu: 'M4 7h16M4 12h16M4 17h16',
  contents: 'M4 6h16M8 12h12M8 18h12M4 12h.01M4 18h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.8 1.8M17.2 17.2 19 19M5 19l1.8-1.8M17.2 6.8 19 5',
  earlier: 'M14 6l-6 6 6 6',
  later: 'M10 6l6 6-6 6',
  zoomIn: 'M5 12h14M12 5v14',
  zoomOut: 'M5 12h14',
  fit: 'M14 5h5v5M19 5l-5.5 5.5M10 19H5v-5M5 19l5.5-5.5',
  fullScreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
} as const;

export type IconName = keyof typeof iconShapes;
