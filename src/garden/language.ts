/** The language of a text and of a `lang` property. */

import type { PropertyValue } from './note.ts';
import { ownValue } from './own-value.ts';

/** Scripts that one language has, or mostly one: a run of letters counts as a word. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}+/gu, 'ko'],
  [/\p{Script=Hebrew}+/gu, 'he'],
  [/\p{Script=Arabic}+/gu, 'ar'],
  [/\p{Script=Cyrillic}+/gu, 'ru'],
  [/\p{Script=Greek}{2,}/gu, 'el'],
  [/\p{Script=Thai}+/gu, 'th'],
  [/\p{Script=Devanagari}+/gu, 'hi'],
  [/\p{Script=Bengali}+/gu, 'bn'],
  [/\p{Script=Tamil}+/gu, 'ta'],
  [/\p{Script=Georgian}+/gu, 'ka'],
  [/\p{Script=Armenian}+/gu, 'hy'],
  [/\p{Script=Khmer}+/gu, 'km'],
  [/\p{Script=Lao}+/gu, 'lo'],
  [/\p{Script=Myanmar}+/gu, 'my'],
  [/\p{Script=Ethiopic}+/gu, 'am'],
  [/\p{Script=Sinhala}+/gu, 'si'],
  [/\p{Script=Telugu}+/gu, 'te'],
  [/\p{Script=Kannada}+/gu, 'kn'],
  [/\p{Script=Malayalam}+/gu, 'ml'],
  [/\p{Script=Gujarati}+/gu, 'gu'],
  [/\p{Script=Gurmukhi}+/gu, 'pa'],
  [/\p{Script=Tibetan}+/gu, 'bo'],
];

/** A letter of any of these scripts: most texts have none, and need not be searched for each. */
const ofScripts = new RegExp(
  `[${scripts.map(([pattern]) => pattern.source.replace(/(?:\+|\{2,\})$/, '')).join('')}]`,
  'u',
);

/** Letters of one language among those that write in the same script. */
const letters: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  ar: [
    ['ur', /[ٹڈڑںے]/u],
    ['fa', /[پچژگی]/u],
  ],
  ru: [['uk', /[іїєґ]/iu]],
};

/** Frequent short words, by which languages in Latin letters are told apart. */
const stopWords: Readonly<Record<string, string>> = {
  en: 'the and of to in is that it for was on are with as be this by from or an',
  de: 'der die und das ist nicht ein eine mit auf für von dem den sich auch zu im wird werden',
  fr: 'le les des et est une dans pour que qui sur pas avec au du ce cette sont la',
  es: 'el los las y es una en para que con por del se al como está son la',
  pt: 'o os as e é uma em para que com por do da não se ao como são',
  it: 'il gli e è una di per che con non del della sono nel si le la',
  nl: 'het een en van is dat niet op te zijn voor met aan ook de',
  pl: 'w i na z się nie jest do to że o jak oraz przez',
  sv: 'och att det som en på är av för med den inte till ett',
  tr: 've bir bu için ile olarak da de çok olan gibi',
  vi: 'và của là có được trong cho không các một với những',
};

/** Letters that of the languages in Latin letters one has, or mostly one. */
const ownLetters: readonly (readonly [string, RegExp])[] = [
  ['vi', /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u],
  ['pl', /[łżźśćńęą]/u],
  ['tr', /[ğı]/u],
  ['de', /ß/u],
  ['pt', /[ãõ]/u],
  ['sv', /å/u],
];

/** Whether a word has a letter that may be one of those. */
const notPlain = /[^a-z]/u;

const languagesOfWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopWords)) {
  for (const word of new Set(words.split(' '))) {
    languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language]);
  }
}

/** Han characters in a word, roughly: characters and words are weighed against each other. */
const hanInWord = 2;

/**
 * BCP 47 language of most of a text, by its scripts, and among those in Latin letters by frequent
 * words; '' where it has no letters. One term in another language does not change it.
 */
export function languageOf(text: string): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  // Japanese has kana in every sentence; a Chinese text quotes a word of it.
  const eastern = kana * 5 >= han + kana && kana > 0 ? 'ja' : 'zh';
  const latin = text.toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu) ?? [];
  const weights: [string, number][] = [
    [eastern, (han + kana) / hanInWord],
    ['latin', latin.length],
    ...(ofScripts.test(text) ? scripts : []).map(([pattern, language]): [string, number] => {
      return [language, count(pattern)];
    }),
  ];
  const [language, weight] = weights.reduce((most, each) => (each[1] > most[1] ? each : most));
  if (weight === 0) return '';
  return language === 'latin' ? latinLanguage(latin) : byLetters(language, text);
}

function byLetters(language: string, text: string): string {
  const others = ownValue(letters, language) ?? [];
  return others.find(([, pattern]) => pattern.test(text))?.[0] ?? language;
}

/** The languages that have a word, or mostly one of its letters. */
function languagesOf(word: string): Iterable<string> {
  const byWord = languagesOfWord.get(word) ?? [];
  if (!notPlain.test(word)) return byWord;
  const byLetter = ownLetters.filter(([, pattern]) => pattern.test(word)).map(([own]) => own);
  return new Set([...byWord, ...byLetter]);
}

/** English, unless the frequent words of another language are clearly more. */
function latinLanguage(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesOf(word)) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const english = counts.get('en') ?? 0;
  const [language, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [
    'en',
    english,
  ] as [string, number]);
  return count >= 3 && count > 1.5 * english ? language : 'en';
}

/** BCP 47 tag of a `lang` value such as `zh-CN` or `en_GB`; '' for other values. */
export function readLanguage(value: PropertyValue | undefined): string {
  if (typeof value !== 'string') return '';
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}
