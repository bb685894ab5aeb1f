/** The garden for language models, as llmstxt.org has it: what there is, each as Markdown. */

import { compareText } from '../garden/diagnostic.ts';
import type { NoteSummary } from '../garden/page.ts';
import { site } from '../settings/site.ts';
import { absolute } from './address.ts';
import { compareTitles } from './lists.ts';
import { say, type UiLang, uiLang } from './words.ts';

/**
 * Title, summary, how to read on, then a list of links for each language, the site's own first.
 * Journals come last, under the name that tells a reader short of room to skip them.
 */
export function llmsText(notes: readonly NoteSummary[]): string {
  const written = notes.filter(({ kind }) => kind === 'note').toSorted(compareTitles);
  const journals = notes
    .filter(({ kind }) => kind === 'journal')
    .toSorted((a, b) => compareText(b.journal ?? '', a.journal ?? ''));
  const byLanguage = Map.groupBy(written, ({ lang }) => uiLang(lang, site.lang));
  const languages = [...byLanguage.keys()].toSorted((a, b) => rank(a) - rank(b));
  return [
    `# ${site.title}\n\n> ${site.description}\n\n${howTo}\n`,
    ...languages.map((lang) => section(say(lang)('allNotes'), byLanguage.get(lang) ?? [])),
    section('Optional', journals),
  ].join('');
}

const howTo =
  'Each link leads to the Markdown of a note. The page of a note has the same address without “.md”; ' +
  'links inside of the Markdown lead to pages, whose Markdown stands at their address with “.md” ' +
  'in place of the last slash.';

function rank(lang: UiLang): number {
  return lang === site.lang ? 0 : 1;
}

function section(heading: string, notes: readonly NoteSummary[]): string {
  return notes.length === 0 ? '' : `\n## ${heading}\n\n${notes.map(line).join('')}`;
}

function line({ id, title, description }: NoteSummary): string {
  const name = title.replaceAll(/[[\]\\]/g, '\\$&');
  const told = description === '' ? '' : `: ${description.replaceAll(/\s+/g, ' ')}`;
  return `- [${name}](${absolute(`/${id}.md`)})${told}\n`;
}
