/** Works of CSL JSON (https://docs.citationstyles.org), as Zotero and others write them. */
import { z } from 'zod';
import type { CitedWork } from '../../garden/bibliography.ts';

const words = z.union([z.string(), z.number()]).transform(String).catch('');

const name = z
  .object({
    family: words,
    given: words,
    literal: words,
    'non-dropping-particle': words,
    'dropping-particle': words,
    suffix: words,
  })
  .partial();

const names = z.array(name).catch([]);

const cslItem = z.object({
  id: words,
  author: names,
  editor: names,
  title: words,
  'container-title': words,
  'event-title': words,
  volume: words,
  issue: words,
  page: words,
  publisher: words,
  DOI: words,
  URL: words,
  issued: z
    .object({ 'date-parts': z.array(z.array(words)).catch([]), raw: words, literal: words })
    .partial()
    .catch({}),
});

/** The key of an item, and the work; null where it is none. Notes, abstracts and files are not read. */
export function workOfCsl(value: unknown): readonly [key: string, work: CitedWork] | null {
  const read = cslItem.safeParse(value);
  if (!read.success || read.data.id === '') return null;
  const { data } = read;
  const persons = data.author.length > 0 ? data.author : data.editor;
  const work: CitedWork = {
    authors: persons.map(nameOf).filter((name) => name !== ''),
    title: plain(data.title),
    container: plain(data['container-title'] || data['event-title']),
    volume: data.issue === '' ? data.volume : `${data.volume}(${data.issue})`,
    pages: data.page.replace(/(?<=\d)\s*-+\s*(?=\d)/gu, '–'),
    publisher: plain(data.publisher),
    year: yearOf(data.issued),
    url: addressOf(data.DOI, data.URL),
  };
  return [data.id, work];
}

const han = /\p{Script=Han}/u;

/** A name as its language writes it: the family first, without a space, in Chinese. */
function nameOf(person: z.infer<typeof name>): string {
  const { family = '', given = '', literal = '', suffix = '' } = person;
  // BibTeX ends a shortened list with `and others`.
  if (given === '' && (literal || family) === 'others') return 'et al.';
  if (literal !== '') return plain(literal);
  if (han.test(family + given)) return plain(family + given);
  const particle = person['non-dropping-particle'] || person['dropping-particle'] || '';
  return plain([given, particle, family, suffix].filter(Boolean).join(' '));
}

function yearOf(issued: z.infer<typeof cslItem>['issued']): string {
  const written = issued['date-parts']?.[0]?.[0] ?? issued.raw ?? issued.literal ?? '';
  return /\d{4}/u.exec(written)?.[0] ?? written;
}

function addressOf(doi: string, url: string): string {
  const name = doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/iu, '');
  if (/^10\.\d+\/\S+$/u.test(name)) return `https://doi.org/${encodeURI(name)}`;
  return /^https?:\/\/\S+$/iu.test(url) ? url : '';
}

/** Text without the few HTML elements that titles may have. */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sub|sup|span|sc)(?:\s[^<>]*)?>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
