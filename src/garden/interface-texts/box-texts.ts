/** Titles of boxes in a note: callouts whose author gave none, and notices for what is not rendered. */
import { ownValue } from '../own-value.ts';
import { interfaceLanguage, type TextTable } from './lookup.ts';

export const calloutTitles = {
  note: { en: 'Note', zh: '注意' },
  abstract: { en: 'Abstract', zh: '摘要' },
  info: { en: 'Info', zh: '信息' },
  todo: { en: 'Todo', zh: '待办' },
  tip: { en: 'Tip', zh: '提示' },
  important: { en: 'Important', zh: '重要' },
  success: { en: 'Success', zh: '成功' },
  question: { en: 'Question', zh: '问题' },
  warning: { en: 'Warning', zh: '警告' },
  caution: { en: 'Caution', zh: '小心' },
  failure: { en: 'Failure', zh: '失败' },
  danger: { en: 'Danger', zh: '危险' },
  bug: { en: 'Bug', zh: '缺陷' },
  example: { en: 'Example', zh: '例子' },
  quote: { en: 'Quote', zh: '引用' },
  pinned: { en: 'Pinned', zh: '置顶' },
} satisfies TextTable<string>;

/** Notices in Chinese, by kind. The English text is the message of the notice itself. */
const chineseNotices: Readonly<Record<string, string>> = {
  'too-large': '笔记的这一部分过大或嵌套过深，无法显示',
  query: '此查询有一部分只能在原来的程序中计算',
  tasks: '此任务查询只能由 Obsidian 的 Tasks 插件计算',
  dataviewjs: '此 Dataview 脚本只能在 Obsidian 中运行',
  drawing: '此绘图只能在 Logseq 中显示',
  plantuml: '此处不绘制 PlantUML 图，以下是源文本',
  d2: '此处不绘制 D2 图，以下是源文本',
  graphviz: '此处不绘制 Graphviz 图，以下是源文本',
  excalidraw: '此绘图只能在装有 Excalidraw 插件的 Obsidian 中显示',
  template: '此模板命令没有执行',
  canvas: '此白板无法读取',
  cards: '抽认卡只能在 Logseq 中复习',
  function: '此函数只能在 Logseq 中计算',
  renderer: '此内容由 Logseq 插件生成',
  plugin: '生成此内容的插件出错',
  'plugin-block': '此内容只能由 Obsidian 插件显示',
  mdx: '此页的组件无法显示',
};

/** Title of a callout whose author gave none: the name of its kind. */
export function calloutTitle(kind: string, lang: string): string {
  const language = interfaceLanguage(lang, 'en');
  if (Object.hasOwn(calloutTitles, kind)) {
    return calloutTitles[kind as keyof typeof calloutTitles][language];
  }
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

/**
 * The text of a notice in a language of the interface; kinds without a translation keep `message`. What
 * `message` lists after a colon is kept in both languages.
 */
export function noticeText(kind: string, message: string, lang: string): string {
  const isChinese = interfaceLanguage(lang, 'en') === 'zh';
  const translated = isChinese ? ownValue(chineseNotices, kind) : undefined;
  if (translated === undefined) return message;
  const details = /: (.+)$/.exec(message)?.[1];
  return details === undefined ? `${translated}。` : `${translated}：${details}`;
}
