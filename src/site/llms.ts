/** `llms.txt` (llmstxt.org): a list of all notes for language models, each as Markdown. */

import { compareText } from '../garden/diagnostic.ts';
import { llmsTexts } from '../garden/interface-texts/llms-texts.ts';
import {
  type InterfaceLanguage,
  interfaceLanguage,
  lookup,
} from '../garden/interface-texts/lookup.ts';
import { pageText } from '../garden/interface-texts/page-texts.ts';
import type { NoteSummary } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { absolute } from './address.ts';
import { compareTitles } from './lists.ts';

/**
 * Title, summary, a guide, then a list of links for each language, that of the site first. Journals come
 * last, in the section “Optional”, which the format lets readers skip.
 */
export function llmsText(notes: readonly NoteSummary[]): string {
  const written = notes.filter(({ kind }) => kind === 'note').toSorted(compareTitles);
  const journals = notes
    .filter(({ kind }) => kind === 'journal')
    .toSorted((a, b) => compareText(b.journal ?? '', a.journal ?? ''));
  const byLanguage = Map.groupBy(written, ({ lang }) => interfaceLanguage(lang, site.lang));
  const languages = [...byLanguage.keys()].toSorted((a, b) => rank(a) - rank(b));
  return [
    `# ${site.title}\n\n${site.description && `> ${site.description}\n\n`}${site.copies ? `${lookup(llmsTexts, site.lang)('llmsGuide')}\n` : ''}`,
    ...languages.map((lang) => section(pageText(lang)('allNotes'), byLanguage.get(lang) ?? [])),
    section('Optional', journals),
  ].join('');
}

function rank(lang: InterfaceLanguage): number {
  return lang === site.lang ? 0 : 1;
}

function section(heading: string, notes: readonly NoteSummary[]): string {
  return notes.length === 0 ? '' : `\n## ${heading}\n\n${notes.map(line).join('')}`;
}

function line({ id, permalink, title, description }: NoteSummary): string {
  const name = plain(title);
  const summary = description === '' ? '' : `: ${plain(description.replaceAll(/\s+/g, ' '))}`;
  // Markdown ends an address at a bracket.
  const address = absolute(site.copies ? `/${id}.md` : permalink)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `- [${name}](${address})${summary}\n`;
}

/** Text in which Markdown reads no link: a note may be about how links are written. */
function plain(text: string): string {
  return text.replaceAll(/[[\]\\]/g, '\\$&');
}
