/** The language of a text and of a `lang` property. */
import type { PropertyValue } from '../../note.ts';

/** 'zh' where Han characters outnumber words in Latin letters, else 'en'; '' without any letters. */
export function languageOf(text: string): 'zh' | 'en' | '' {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han === 0 && words === 0) return '';
  return han >= words ? 'zh' : 'en';
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
