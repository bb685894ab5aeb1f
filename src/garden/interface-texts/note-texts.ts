/**
 * Texts that the engine puts into the HTML of a note, in the note's own language where it is Chinese,
 * in English for all others.
 */
import { interfaceLanguage, type TextTable, textsIn } from './lookup.ts';

export const noteTexts = {
  footnotes: { en: 'Footnotes', zh: '脚注' },
  backToReference: { en: 'Back to reference {n}', zh: '回到引用处 {n}' },
  linkToHeading: { en: 'Link to this section', zh: '本节链接' },
  unresolved: { en: 'Note “{name}” does not exist', zh: '笔记“{name}”不存在' },
  missingBlock: { en: 'missing block', zh: '不存在的块' },
  missingSection: {
    en: '“{name}” has no section “{part}”.',
    zh: '“{name}”没有小节“{part}”。',
  },
  missingPart: { en: '“{name}” has no block “{part}”.', zh: '“{name}”没有块“{part}”。' },
  missingFile: { en: 'File “{name}” is not in the vault', zh: '库中没有文件“{name}”' },
  area: { en: 'Marked area on page {page}', zh: '第 {page} 页的标记区域' },
  missingArea: {
    en: 'The picture of the marked area on page {page} is not in the vault.',
    zh: '库中没有第 {page} 页标记区域的图片。',
  },
  private: { en: 'This note is not published', zh: '这篇笔记没有公开' },
  privateName: { en: 'unpublished note', zh: '未公开的笔记' },
  locked: { en: 'This page opens with a password', zh: '这个页面需要密码' },
  lockedName: { en: 'page with a password', zh: '加密页面' },
  notClickable: {
    en: 'This link cannot be opened in a browser: {name}',
    zh: '此链接无法在浏览器中打开：{name}',
  },
  ghost: { en: '“{name}” is not written yet', zh: '“{name}”尚未创建' },
  openSource: { en: 'From {title}', zh: '来自 {title}' },
  embedCycle: {
    en: 'This embed contains itself, so it is shown as a link.',
    zh: '这段嵌入包含它自己，所以只显示链接。',
  },
  embedDepth: {
    en: 'Embeds are nested too deeply here, so this one is shown as a link.',
    zh: '嵌入层数太深，所以只显示链接。',
  },
  unfold: { en: 'Child blocks: {n}', zh: '下级块：{n}' },
  references: { en: 'References to this block: {n}', zh: '引用此块：{n}' },
  answer: { en: 'Answer', zh: '答案' },
  showAnswer: { en: 'Show the answer', zh: '显示答案' },
  task: { en: 'Task: {marker}', zh: '任务：{marker}' },
  taskOpen: { en: 'To do', zh: '待办' },
  taskDone: { en: 'Done', zh: '完成' },
  priority: { en: 'Priority {priority}', zh: '优先级 {priority}' },
  scheduled: { en: 'Scheduled', zh: '计划' },
  deadline: { en: 'Deadline', zh: '截止' },
  table: { en: 'Table', zh: '表格' },
  file: { en: 'File: {name}', zh: '文件：{name}' },
  failed: { en: 'This note cannot be shown.', zh: '这篇笔记无法显示。' },
  failedBlock: { en: 'This part of the note cannot be shown.', zh: '笔记的这一部分无法显示。' },
  /** After the first authors of a work. */
  andOthers: { en: 'et al.', zh: '等' },
  formula: { en: 'Formula', zh: '公式' },
  mathError: { en: 'This formula cannot be rendered: {message}', zh: '公式无法渲染：{message}' },
  source: { en: 'Source', zh: '源文本' },
  media: { en: 'Watch or listen at {host}', zh: '在 {host} 观看或收听' },
  frame: { en: 'Open {host}', zh: '打开 {host}' },
  noRows: { en: 'No results.', zh: '没有结果。' },
  rows: { en: '{n} results', zh: '{n} 条结果' },
  asOf: { en: 'As of {day}', zh: '截至 {day}' },
  oneRow: { en: '1 result', zh: '1 条结果' },
  title: { en: 'Title', zh: '标题' },
  block: { en: 'Block', zh: '块' },
  board: { en: 'Board', zh: '白板' },
} satisfies TextTable<string>;

export type NoteTexts = Readonly<Record<keyof typeof noteTexts, string>>;

/** The texts for a note in `lang` (BCP 47). */
export function noteTextsFor(lang: string): NoteTexts {
  return textsIn(noteTexts, interfaceLanguage(lang, 'en'));
}
