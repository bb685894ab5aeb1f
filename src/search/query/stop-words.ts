/** Question words, conjunctions and the like: they carry no subject, so a page need not have them. */

const english = new Set(
  (
    'a an and are as at be been by can could did do does for from had has have how i if in into is it ' +
    'its me my of on or our should so than that the their them then there these they this those to ' +
    'us was we were what when where which who whom whose why will with would you your'
  ).split(' '),
);

const asking = new Set(
  'how what when where which who whom whose why do does did can is are'.split(' '),
);

/** In a question these words ask about the subject and are not the subject. */
const light = new Set(
  (
    'about avoid avoids avoided cause causes difference differences explain handle handles happen happens mean ' +
    'means meaning prevent prevents solve solves use used uses using work works ' +
    '避免 防止 解决 处理 实现 区别 不同 原理 作用 意思 介绍 用法 方法 办法 原因 含义 解释 工作 发生 使用'
  ).split(' '),
);

/** They split a question: '日志的复制' asks for 日志 and 复制. */
const chineseAnywhere =
  /什么时候|为什么|是不是|有没有|能不能|会不会|要不要|怎么样|怎么办|怎么|怎样|如何|什么|为何|哪些|哪个|哪里|是否|多少|请问|一下|之间|以及|还是|可以|应该|[的了吗呢吧啊呀么]/gu;

/** Parts of other words too, so that they are removed only at the ends: 会 of '会丢消息', not of '会话'. */
const chineseAtEnds = /^[会能要是有在和与跟或被把用让从到对为给想做]+|[会能要是有在和与跟或]+$/gu;

/** Whether a folded English word carries no subject. */
export function isStopWord(word: string): boolean {
  return english.has(word);
}

/** Whether a folded English word makes a query a question. */
export function isAsking(word: string): boolean {
  return asking.has(word);
}

/** Whether a word of a question only says what is asked about the subject, such as “works”. */
export function isLightWord(word: string): boolean {
  return light.has(word);
}

/** The parts of a Chinese question that carry its subject. */
export function subjectsOf(run: string): string[] {
  return run.split(chineseAnywhere).filter((part) => part !== '');
}

/** The text without particles at its ends, or the text itself if nothing is left. */
export function withoutParticles(text: string): string {
  return text.replace(chineseAtEnds, '') || text;
}
