/**
 * The keys that say whether a note may be published, as programs and people write them. Only the exact
 * keys of programs can publish; every other spelling can only hide.
 */

/**
 * What a switch does. 'open': yes publishes, no hides. 'close': yes hides. 'deny': no hides, and yes
 * says nothing. 'lock': any value but no hides. 'date': as 'deny', but a date is no switch. 'level': a
 * word that means private hides, and other values say nothing.
 */
export type Direction = 'open' | 'close' | 'deny' | 'lock' | 'date' | 'level';

export interface KnownSwitch {
  readonly direction: Direction;
  /** Whether the key is a part of a path such as `meta.publish`, where no program looks for it. */
  readonly isNested: boolean;
  /** Whether the key may mean something else: then only a clear yes or no counts. */
  readonly isWeak: boolean;
}

/** Text as a person sees it: full-width signs and odd spaces as plain ones, without invisible signs. */
export function plainText(text: string): string {
  // Most lines are plain already.
  if (/^[ -~]*$/.test(text)) return text.replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[∶꞉ː∷]/gu, (sign) => (sign === '∷' ? '::' : ':'))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Letters that look like those of the Latin alphabet, each with the one that it looks like. */
const lookalikes = new Map(
  'аa еe оo рp сc уy хx іi ѕs јj һh ԁd ӏl ѵv νv οo αa ρp ιi υu ıi ɡg'
    .split(' ')
    .map(([sign = '', latin = '']) => [sign, latin]),
);

/** A word in one spelling: lower case, without accents; in a Latin word without foreign letters. */
function spelling(text: string): string {
  const lower = plainText(text).normalize('NFKD').toLowerCase().normalize('NFKD');
  const plain = lower.replace(/\p{M}/gu, '');
  if (!/[a-z]/.test(plain) || /^[a-z\P{L}]*$/u.test(plain)) return plain;
  return Array.from(plain, (sign) => lookalikes.get(sign) ?? sign).join('');
}

const directions: ReadonlyMap<string, Direction> = new Map([
  ...keysOf('open', 'publish dg-publish share public'),
  ...keysOf('close', 'private draft unlisted dg-draft hidden secret confidential unpublished'),
  ...keysOf('close', 'unpublish dg-private is-private isprivate is-draft isdraft headless noindex'),
  ...keysOf('close', 'privat entwurf privé brouillon privado borrador rascunho oculto bozza'),
  ...keysOf('close', 'versteckt unsichtbar черновик приватно частное личное скрыто'),
  ...keysOf(
    'close',
    '私密 私有 私人 隐私 隱私 草稿 隐藏 隱藏 加密 非公開 下書き プライベート 비공개 초안',
  ),
  ...keysOf(
    'deny',
    'is-public ispublic visibility shared publishable visible post-status build.render',
  ),
  ...keysOf('deny', 'build.list öffentlich veröffentlichen publier publicar público опубликовано'),
  ...keysOf('deny', '公开 公開 发布 發布 分享 可见 可見 可见性 可見性 공개'),
  ...keysOf('lock', 'password passwd passwort 密码 密碼'),
  ...keysOf('date', 'published'),
  ...keysOf('level', 'status state access audience permission permissions robots'),
]);

/** Words that hide only by a clear yes, since they may also describe what the note is about. */
const weakDirections: ReadonlyMap<string, Direction> = new Map(
  keysOf(
    'close',
    'restricted protected sensitive internal personal invisible encrypted encrypt hide',
  ),
);

/** Words that may stand beside a switch's word without changing what it says. */
const qualifiers = new Set(
  (
    'is was be make made enable enabled allow allowed can keep set note page post file status state ' +
    'to for from in on the this it me only web website site garden online list home search menu nav ' +
    'toc feed index access visibility mode flag build 是 否 是否 为 的 笔记 页面 文章 状态 本文 可'
  ).split(' '),
);

const negations = new Set(
  'no not non dont never do without disable disabled 不 非 未 勿'.split(' '),
);

function keysOf(direction: Direction, keys: string): [string, Direction][] {
  return keys.split(' ').map((key) => [spelling(key), direction]);
}

/** Vaults use few keys, each in many notes. */
const known = new Map<string, KnownSwitch | null>();
const maxKnown = 5000;

/** What a property's key says about publishing, or null where it says nothing. */
export function knownSwitch(key: string): KnownSwitch | null {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= maxKnown) known.clear();
  const found = readKey(key);
  known.set(key, found);
  return found;
}

function readKey(key: string): KnownSwitch | null {
  const name = nameOf(key);
  const own = directions.get(name);
  if (own) return { direction: own, isNested: false, isWeak: false };
  const nested = nestedDirection(name);
  if (nested) return { direction: nested, isNested: true, isWeak: false };
  const compound = name.includes('.') ? undefined : compoundDirection(key);
  return compound ? { direction: compound, isNested: true, isWeak: true } : null;
}

function nameOf(key: string): string {
  const name = spelling(key).replace(/[_\s]/g, '-');
  return name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** `meta.private`, `cascade.build.render`, `params.-build.render`. */
function nestedDirection(name: string): Direction | undefined {
  const parts = name.split('.');
  if (parts.length < 2) return undefined;
  const hugo = /(?:^|[.-])(build\.(?:render|list))$/.exec(name)?.[1];
  const part = hugo ?? parts.find((each) => ownDirection(each) !== undefined);
  return part === undefined ? undefined : directions.get(part);
}

/** Below a map, `status` and the like belong to whatever the map describes. */
function ownDirection(part: string): Direction | undefined {
  const direction = directions.get(part);
  return direction === 'level' ? undefined : direction;
}

/** `isPrivate`, `private-note`, `do_not_publish`, `是否公开`: a switch's word among words that say no more. */
function compoundDirection(key: string): Direction | undefined {
  if (/^dg-/i.test(key)) return undefined;
  const found: Direction[] = [];
  let isNegated = false;
  for (const word of wordsOf(key)) {
    const direction = ownDirection(word) ?? weakDirections.get(word);
    if (direction !== undefined && !qualifiers.has(word)) found.push(direction);
    else if (negations.has(word)) isNegated = true;
    else if (!qualifiers.has(word)) return undefined;
  }
  const [direction] = found;
  if (direction === undefined || found.length > 1) return undefined;
  const hides = direction === 'close' || direction === 'lock';
  return hides === isNegated ? 'deny' : 'close';
}

const joined = /^(is|no|not|dont|non)(?=\p{L}{4})/u;
const chinesePart = /是否|笔记|页面|文章|状态|本文|[是否为的可不非未勿]/gu;

function wordsOf(key: string): string[] {
  const divided = plainText(key)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .replace(/['’]/gu, '');
  const names = spelling(divided).split(/[^\p{L}\p{N}]+/u);
  return names.flatMap(partsOf).filter((word) => word !== '');
}

function partsOf(name: string): string[] {
  if (directions.has(name) || weakDirections.has(name)) return [name];
  if (/\p{Script=Han}/u.test(name)) {
    return name.replace(chinesePart, ' $& ').split(' ');
  }
  return name.replace(joined, '$1 ').split(' ');
}

/** The words of keys, for a search in text that cannot be parsed. */
const switchWords: readonly string[] = [...directions]
  .filter(([key, direction]) => !key.includes('.') && direction !== 'level')
  .map(([key]) => key);

/** Whether text that cannot be parsed may contain a switch. */
export function mayHoldSwitch(source: string): boolean {
  return anySwitch.test(spelling(source).replaceAll('_', '-'));
}

const anySwitch = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:${switchWords.join('|')})(?:[^\\p{L}\\p{N}]|$)`,
  'iu',
);
