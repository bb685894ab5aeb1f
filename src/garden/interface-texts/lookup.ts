/**
 * How texts of the interface are looked up. The tables are beside this file, one for each place that
 * loads them, so that a script of a page fetches only the texts that it shows. What notes say is never
 * translated.
 */
import { ownValue } from '../own-value.ts';

/** The languages of the interface. */
export type InterfaceLanguage = 'en' | 'zh';

/** A text in each language; `{name}` stands for a value that is filled in. */
export type Text = Readonly<Record<InterfaceLanguage, string>>;

export type TextTable<Key extends string> = Readonly<Record<Key, Text>>;

/** Returns the text of a key; `value` replaces `{n}`. */
export type TextLookup<Key extends string> = (key: Key, value?: number | string) => string;

/** The language of the interface for content in `lang` (BCP 47); `fallback` for any other language. */
export function interfaceLanguage(lang: string, fallback: InterfaceLanguage): InterfaceLanguage {
  if (/^zh\b/i.test(lang)) return 'zh';
  return /^en\b/i.test(lang) ? 'en' : fallback;
}

/** A function that looks texts up in one language. */
export function lookup<Key extends string>(
  table: TextTable<Key>,
  language: InterfaceLanguage,
): TextLookup<Key> {
  return (key, value) => {
    const text = table[key][language];
    return value === undefined ? text : fillIn(text, { n: value });
  };
}

/** What `textsIn` gave: each note asks for it. */
const known = new WeakMap<object, Map<InterfaceLanguage, Readonly<Record<string, string>>>>();

/** All texts of a table in one language. */
export function textsIn<Key extends string>(
  table: TextTable<Key>,
  language: InterfaceLanguage,
): Readonly<Record<Key, string>> {
  const languages = known.get(table) ?? new Map<InterfaceLanguage, Readonly<Record<Key, string>>>();
  known.set(table, languages);
  const found = languages.get(language);
  if (found !== undefined) return found;
  const entries = Object.entries<Text>(table).map(([key, text]) => [key, text[language]]);
  const texts: Readonly<Record<string, string>> = Object.fromEntries(entries);
  languages.set(language, texts);
  return texts;
}

/** `text` with each `{name}` replaced by the value of that name; unknown names stay. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => String(ownValue(values, name) ?? mark));
}
