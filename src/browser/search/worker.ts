/**
 * Searches in a worker, so that typing never waits. A worker has no document, which also keeps
 * Pagefind from splitting queries by the language of the open page.
 */

import { escapePattern } from '../../garden/escape.ts';
import type { PageText } from '../../search/cut/page-text.ts';
import type { Simplify } from '../../search/cut/traditional.ts';
import { mark, sectionMatches } from '../../search/query/excerpts.ts';
import { type Found, findPages } from '../../search/query/find-pages.ts';
import { patternOf } from '../../search/query/patterns.ts';
import { splitExcluded } from '../../search/query/query.ts';
import { jumpTo, nearestTitles } from '../../search/query/title-jump.ts';
import { type Title, unpackTitles } from '../../search/query/titles.ts';
import type {
  Answer,
  AnswerMessage,
  CallMessage,
  CallName,
  Calls,
  Jump,
  Rest,
  Result,
} from './messages.ts';
import { PagefindIndex } from './pagefind-index.ts';
import { unpack } from './unpack.ts';

type Handlers = {
  [Name in CallName]: (value: Calls[Name]['takes']) => Promise<Calls[Name]['gives']>;
};

/** Most further results that are listed. */
const maxRest = 200;

const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.origin).href;
const index = new PagefindIndex(base);
let titles: Promise<readonly Title[]> | undefined;
let addresses: Promise<ReadonlyMap<string, Title>> | undefined;

function allTitles(): Promise<readonly Title[]> {
  titles ??= unpack(`${base}search/titles.bin`).then((text) =>
    text === '' ? [] : unpackTitles(text),
  );
  return titles;
}

const handlers: Handlers = {
  async open() {
    await Promise.all([index.open(), allTitles()]);
    return null;
  },
  async jump(typed) {
    const name = splitExcluded(typed).typed;
    const targets = jumpTo(await allTitles(), name, 6);
    const pattern = escapePattern(name.toLowerCase());
    return targets.map(
      ({ title: { title, permalink, kind }, alias, isMeant }): Jump => ({
        title: mark(title, [pattern]),
        permalink,
        kind,
        alias,
        isMeant,
      }),
    );
  },
  async find({ query, filters, first, whole }) {
    const found = await findPages(query, index.through(filters), first);
    const patterns = found.units.map(patternOf);
    const near = found.pages.length > 0 ? [] : nearestTitles(await allTitles(), query, 3);
    return { ...answerOf(found, patterns, near), rest: whole ? await restOf(found) : [] };
  },
  filters: () => index.filters(),
};

/** The further results by title. */
async function restOf({ rest }: Found): Promise<Rest[]> {
  if (rest.length === 0) return [];
  addresses ??= Promise.all([allTitles(), index.pages()]).then(
    ([all, pages]) =>
      new Map(pages.flatMap((page, place) => (all[place] ? [[page, all[place]]] : []))),
  );
  const titleOf = await addresses;
  return rest.slice(0, maxRest).flatMap(({ id }) => titleOf.get(id) ?? []);
}

function answerOf(
  { how, pages, query, rest, simplify, units }: Found,
  patterns: readonly string[],
  near: readonly Title[],
): Omit<Answer, 'rest'> {
  return {
    how,
    total: pages.length + rest.length,
    results: pages.map((page) => resultOf(page, patterns, simplify)),
    corrected: units.flatMap((unit) => (unit.how === 'corrected' ? unit.forms.flat() : [])),
    excluded: query.excluded.map(({ text }) => text),
    nearest: near,
  };
}

function resultOf(page: PageText, patterns: readonly string[], simplify: Simplify): Result {
  const { permalink, title, kind, lang, tags } = page;
  return {
    permalink,
    title: mark(title, patterns, simplify),
    kind,
    lang,
    tags,
    names: mark(page.names, patterns, simplify),
    sections: sectionMatches(page, patterns, 3, simplify),
  };
}

async function answer({ id, name, value }: CallMessage): Promise<AnswerMessage> {
  try {
    const handler = handlers[name] as (value: unknown) => Promise<unknown>;
    return { id, value: await handler(value) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

addEventListener('message', (event: MessageEvent<CallMessage>) => {
  void answer(event.data).then((message) => postMessage(message));
});
