/**
 * The words that the engine puts into HTML, in the languages it knows. A note's own language
 * decides; every language but Chinese reads English.
 */

const en = {
  footnotes: 'Footnotes',
  backToReference: 'Back to reference {n}',
  linkToHeading: 'Link to this section',
  unresolved: 'Nobody has written “{name}”',
  missingBlock: 'a block that is not there',
  missingFile: 'The file “{name}” is not in the vault',
  private: 'This note is not published',
  privateName: 'unpublished note',
  notClickable: 'This address cannot be opened from here: {name}',
  ghost: '“{name}” is not written yet',
  openSource: 'From {title}',
  embedCycle: 'This embed contains itself, so it is shown as a link.',
  embedDepth: 'Embeds nest too deep here, so this one is shown as a link.',
  unfold: 'Blocks below this one: {n}',
  references: 'References to this block: {n}',
  showAnswer: 'Show the answer',
  task: 'Task: {marker}',
  taskOpen: 'To do',
  taskDone: 'Done',
  priority: 'Priority {priority}',
  scheduled: 'Scheduled',
  deadline: 'Deadline',
  table: 'Table',
  file: 'File: {name}',
  failed: 'This note cannot be shown.',
  mathError: 'This formula cannot be set: {message}',
  source: 'Source',
  media: 'Watch or listen at {host}',
  frame: 'Open {host}',
  noRows: 'Nothing matches.',
  rows: '{n} results',
  oneRow: '1 result',
  title: 'Title',
  block: 'Block',
  board: 'Board',
};

export type Words = typeof en;

const zh: Words = {
  footnotes: '脚注',
  backToReference: '回到引用处 {n}',
  linkToHeading: '本节链接',
  unresolved: '还没有人写过“{name}”',
  missingBlock: '不存在的块',
  missingFile: '库中没有文件“{name}”',
  private: '这篇笔记没有公开',
  privateName: '未公开的笔记',
  notClickable: '这个地址在这里打不开：{name}',
  ghost: '“{name}”还没有写',
  openSource: '来自 {title}',
  embedCycle: '这段嵌入包含它自己，所以只显示链接。',
  embedDepth: '嵌入层数太深，所以只显示链接。',
  unfold: '下级内容：{n}',
  references: '引用此块：{n}',
  showAnswer: '显示答案',
  task: '任务：{marker}',
  taskOpen: '待办',
  taskDone: '完成',
  priority: '优先级 {priority}',
  scheduled: '计划',
  deadline: '截止',
  table: '表格',
  file: '文件：{name}',
  failed: '这篇笔记无法显示。',
  mathError: '公式无法排版：{message}',
  source: '源文本',
  media: '在 {host} 观看或收听',
  frame: '打开 {host}',
  noRows: '没有符合条件的内容。',
  rows: '{n} 条结果',
  oneRow: '1 条结果',
  title: '标题',
  block: '块',
  board: '白板',
};

const calloutTitles: Readonly<Record<string, string>> = {
  note: '注意',
  abstract: '摘要',
  info: '信息',
  todo: '待办',
  tip: '提示',
  important: '重要',
  success: '成功',
  question: '问题',
  warning: '警告',
  caution: '小心',
  failure: '失败',
  danger: '危险',
  bug: '缺陷',
  example: '例子',
  quote: '引用',
  pinned: '置顶',
};

const notices: Readonly<Record<string, string>> = {
  query: '这里的查询有一部分只有原来的程序才能算出',
  tasks: '这个任务查询只有 Obsidian 的 Tasks 插件才能回答',
  dataviewjs: '这段 Dataview 脚本只能在 Obsidian 里运行',
  drawing: '这里有一幅只有 Logseq 才能显示的图',
  plantuml: '这里不绘制 PlantUML 图，下面是它的源文本',
  d2: '这里不绘制 D2 图，下面是它的源文本',
  graphviz: '这里不绘制 Graphviz 图，下面是它的源文本',
  excalidraw: '这是一幅只有装了 Excalidraw 的 Obsidian 才能显示的图',
  template: '这里有一条没有执行过的模板命令',
  canvas: '这块白板无法读取',
  cards: '抽认卡只能在 Logseq 里复习',
  function: '这个函数只有 Logseq 才能计算',
  renderer: '这里的内容由 Logseq 的插件生成',
};

/** The words for a note in `lang` (BCP 47). */
export function wordsFor(lang: string): Words {
  return isChinese(lang) ? zh : en;
}

/** `text` with each `{name}` replaced by the value of that name. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

/** Title of a callout whose author gave none: the kind's own word. */
export function calloutTitle(kind: string, lang: string): string {
  const translated = isChinese(lang) ? calloutTitles[kind] : undefined;
  return translated ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

/** What a notice says, in the note's language where we have it; what it lists after a colon stays. */
export function noticeMessage(kind: string, message: string, lang: string): string {
  const translated = isChinese(lang) ? notices[kind] : undefined;
  if (translated === undefined) return message;
  const details = /: (.+)$/.exec(message)?.[1];
  return details === undefined ? `${translated}。` : `${translated}：${details}`;
}

function isChinese(lang: string): boolean {
  return lang.toLowerCase().startsWith('zh');
}
