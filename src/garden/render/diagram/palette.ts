/** The two themes of a drawing. */
export type Theme = 'light' | 'dark';

/**
 * The colours of diagrams, each as [light, dark]. Every pair is different, so that a pair of colours
 * found in the two drawings of a diagram identifies its name. They become `--diagram-…` in styles.
 */
export const colors = {
  canvas: ['#fcfbf8', '#161815'],
  ink: ['#24231f', '#dcdcd3'],
  line: ['#75716a', '#9a9c91'],
  node: ['#ffffff', '#262b25'],
  'node-line': ['#8d9a90', '#6f7d72'],
  cluster: ['#f3f2ec', '#1d211c'],
  'cluster-line': ['#d9d5c9', '#3a4038'],
  note: ['#fbf3d9', '#34301d'],
  'note-line': ['#cfb871', '#83743d'],
  accent: ['#17684a', '#7fcda6'],
  'accent-fill': ['#dcece3', '#24402f'],
  'on-accent': ['#fdfdfb', '#10160f'],
  band: ['#ecebe4', '#2b302a'],
  'band-line': ['#a39f94', '#666b62'],
  critical: ['#f6ded9', '#4f2a23'],
  'critical-line': ['#a5463a', '#e08a7e'],
  'hue-0': ['#dcebe2', '#24402f'],
  'hue-1': ['#dfe7f3', '#28384d'],
  'hue-2': ['#f5e9cd', '#463a1d'],
  'hue-3': ['#f3dfe6', '#492c39'],
  'hue-4': ['#e7e1f1', '#382f4d'],
  'hue-5': ['#d9eceb', '#1f4242'],
  'hue-6': ['#f5e1d7', '#4b3226'],
  'hue-7': ['#e8ecd4', '#393f22'],
  'hue-0-line': ['#2f7a58', '#74bd98'],
  'hue-1-line': ['#4a6d9e', '#8aabd8'],
  'hue-2-line': ['#8c6a1c', '#cba955'],
  'hue-3-line': ['#9c4d6f', '#d38fac'],
  'hue-4-line': ['#6d5a9c', '#a897d6'],
  'hue-5-line': ['#247878', '#66b5b3'],
  'hue-6-line': ['#a05a38', '#d69572'],
  'hue-7-line': ['#65742a', '#a5b464'],
} as const satisfies Record<string, readonly [string, string]>;

export type Color = keyof typeof colors;

/** Whether a name is one of the palette's. */
export function isColor(name: string | undefined): name is Color {
  return name !== undefined && Object.hasOwn(colors, name);
}

/** The style sheet that gives the palette to a page: one value for both themes. */
export function colorStylesheet(): string {
  const variables = Object.entries(colors).map(
    ([name, [light, dark]]) => `  --diagram-${name}: light-dark(${light}, ${dark});\n`,
  );
  return `/* Made from src/garden/render/diagram/palette.ts: \`vitest -u\` writes it anew. */\n:root {\n${variables.join('')}}\n`;
}

const roles: Readonly<Record<string, Color>> = {
  background: 'canvas',
  primaryColor: 'node',
  primaryTextColor: 'ink',
  primaryBorderColor: 'node-line',
  secondaryColor: 'band',
  secondaryTextColor: 'ink',
  secondaryBorderColor: 'band-line',
  tertiaryColor: 'cluster',
  tertiaryTextColor: 'ink',
  tertiaryBorderColor: 'cluster-line',
  lineColor: 'line',
  textColor: 'ink',
  mainBkg: 'node',
  nodeBorder: 'node-line',
  nodeTextColor: 'ink',
  clusterBkg: 'cluster',
  clusterBorder: 'cluster-line',
  titleColor: 'ink',
  edgeLabelBackground: 'canvas',
  noteBkgColor: 'note',
  noteTextColor: 'ink',
  noteBorderColor: 'note-line',
  actorBkg: 'node',
  actorBorder: 'node-line',
  actorTextColor: 'ink',
  actorLineColor: 'band-line',
  signalColor: 'line',
  signalTextColor: 'ink',
  labelBoxBkgColor: 'band',
  labelBoxBorderColor: 'band-line',
  labelTextColor: 'ink',
  loopTextColor: 'ink',
  activationBkgColor: 'band',
  activationBorderColor: 'band-line',
  sequenceNumberColor: 'on-accent',
  sectionBkgColor: 'band',
  altSectionBkgColor: 'canvas',
  sectionBkgColor2: 'cluster',
  excludeBkgColor: 'band',
  taskBorderColor: 'node-line',
  taskBkgColor: 'accent-fill',
  taskTextColor: 'ink',
  taskTextLightColor: 'ink',
  taskTextDarkColor: 'ink',
  taskTextOutsideColor: 'ink',
  taskTextClickableColor: 'accent',
  activeTaskBorderColor: 'accent',
  activeTaskBkgColor: 'hue-0',
  gridColor: 'cluster-line',
  doneTaskBkgColor: 'band',
  doneTaskBorderColor: 'band-line',
  critBorderColor: 'critical-line',
  critBkgColor: 'critical',
  todayLineColor: 'critical-line',
  quadrant1Fill: 'node',
  quadrant2Fill: 'cluster',
  quadrant3Fill: 'band',
  quadrant4Fill: 'cluster',
  quadrant1TextFill: 'ink',
  quadrant2TextFill: 'ink',
  quadrant3TextFill: 'ink',
  quadrant4TextFill: 'ink',
  quadrantPointFill: 'accent',
  quadrantPointTextFill: 'ink',
  quadrantXAxisTextFill: 'ink',
  quadrantYAxisTextFill: 'ink',
  quadrantInternalBorderStrokeFill: 'cluster-line',
  quadrantExternalBorderStrokeFill: 'band-line',
  quadrantTitleFill: 'ink',
  requirementBackground: 'node',
  requirementBorderColor: 'node-line',
  requirementTextColor: 'ink',
  requirementEdgeLabelBackground: 'canvas',
  relationColor: 'line',
  relationLabelBackground: 'canvas',
  relationLabelColor: 'ink',
  rowOdd: 'node',
  rowEven: 'cluster',
  attributeBackgroundColorOdd: 'node',
  attributeBackgroundColorEven: 'cluster',
  commitLabelColor: 'ink',
  commitLabelBackground: 'band',
  commitLineColor: 'line',
  tagLabelColor: 'ink',
  tagLabelBackground: 'note',
  tagLabelBorder: 'note-line',
  pieTitleTextColor: 'ink',
  pieSectionTextColor: 'ink',
  pieLegendTextColor: 'ink',
  pieStrokeColor: 'canvas',
  pieOuterStrokeColor: 'cluster-line',
  personBkg: 'node',
  personBorder: 'node-line',
  archEdgeColor: 'line',
  archEdgeArrowColor: 'line',
  archGroupBorderColor: 'cluster-line',
  classText: 'ink',
  labelColor: 'ink',
  labelBackgroundColor: 'canvas',
  stateBkg: 'node',
  stateBorder: 'node-line',
  stateLabelColor: 'ink',
  stateEdgeLabelBackground: 'canvas',
  specialStateColor: 'line',
  innerEndBackground: 'line',
  compositeBackground: 'cluster',
  compositeTitleBackground: 'band',
  compositeBorder: 'cluster-line',
  altBackground: 'cluster',
  transitionColor: 'line',
  transitionLabelColor: 'ink',
  errorBkgColor: 'critical',
  errorTextColor: 'ink',
  vennTitleTextColor: 'ink',
  vennSetTextColor: 'ink',
};

const hueCount = 8;

type ThemeVariables = Record<string, string | Record<string, string>>;

/** Mermaid's theme variables for one theme: explicit, because derived ones turn black in the dark. */
export function themeVariables(theme: Theme): ThemeVariables {
  const value = (color: Color): string => colors[color][theme === 'light' ? 0 : 1];
  const given = Object.entries(roles).map(([role, color]) => [role, value(color)] as const);
  const variables: ThemeVariables = { dropShadow: 'none', ...Object.fromEntries(given) };
  for (let index = 0; index < 12; index++) {
    const fill = value(`hue-${index % hueCount}` as Color);
    const line = value(`hue-${index % hueCount}-line` as Color);
    variables[`cScale${index}`] = fill;
    variables[`cScaleLabel${index}`] = value('ink');
    variables[`cScalePeer${index}`] = line;
    variables[`cScaleInv${index}`] = line;
    variables[`git${index}`] = line;
    variables[`gitInv${index}`] = fill;
    variables[`gitBranchLabel${index}`] = value('on-accent');
    variables[`pie${index + 1}`] = fill;
    variables[`fillType${index}`] = fill;
    variables[`venn${index + 1}`] = line;
  }
  const lines = Array.from({ length: hueCount }, (_, index) => value(`hue-${index}-line` as Color));
  const [ink, border] = [value('ink'), value('band-line')];
  variables['xyChart'] = {
    backgroundColor: value('canvas'),
    titleColor: ink,
    dataLabelColor: ink,
    xAxisLabelColor: ink,
    xAxisTitleColor: ink,
    xAxisTickColor: border,
    xAxisLineColor: border,
    yAxisLabelColor: ink,
    yAxisTitleColor: ink,
    yAxisTickColor: border,
    yAxisLineColor: border,
    plotColorPalette: lines.join(','),
  };
  variables['radar'] = { axisColor: border, graticuleColor: value('band') };
  variables['packet'] = {
    startByteColor: ink,
    endByteColor: ink,
    labelColor: ink,
    titleColor: ink,
    blockStrokeColor: value('node-line'),
    blockFillColor: value('node'),
  };
  return variables;
}
