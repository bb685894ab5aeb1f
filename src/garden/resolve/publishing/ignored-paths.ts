/** Paths that the owner's settings leave out: never published, under any policy. */

/**
 * Reads the owner's patterns: a path below the notes folder ('Private', 'Private/'), which leaves out
 * everything below it, or a glob in which `*` and `?` stand for characters of one name and `**` for
 * any folders. A pattern without '/' inside matches at any depth: 'drafts', '*.tmp.md'. Case does not
 * matter. Gives the first pattern that matches a path, or null.
 */
export function readIgnoredPaths(patterns: readonly string[]): (path: string) => string | null {
  const read = patterns.flatMap((pattern) => {
    const parts = partsOf(pattern);
    if (parts.length === 0) return [];
    const isAnywhere = !pattern.replace(/\/+$/, '').includes('/');
    return [{ pattern, matches: matcherOf(parts, isAnywhere) }];
  });
  return (path) => {
    const names = partsOf(path);
    return read.find(({ matches }) => matches(names))?.pattern ?? null;
  };
}

type Matcher = (names: readonly string[]) => boolean;

/** Most patterns are names, and every note is compared with every one of them. */
function matcherOf(parts: readonly string[], isAnywhere: boolean): Matcher {
  const isPlain = !parts.some((part) => /[*?]/.test(part));
  if (!isPlain) return (names) => matchesParts(isAnywhere ? ['**', ...parts] : parts, names);
  const [name = ''] = parts;
  if (isAnywhere) return (names) => names.includes(name);
  return (names) => parts.every((part, at) => part === names[at]);
}

function partsOf(path: string): string[] {
  const parts = path.normalize('NFC').toLowerCase().split('/');
  return parts.filter((part) => part !== '' && part !== '.');
}

/**
 * Whether the names, or the first of them, match the pattern's parts. Time grows with the product of
 * both lengths, whatever the pattern.
 */
function matchesParts(parts: readonly string[], names: readonly string[]): boolean {
  // How many names the parts so far can stand for.
  let reached = new Set([0]);
  for (const part of parts) {
    reached = part === '**' ? from(reached, names.length) : after(reached, part, names);
  }
  return reached.size > 0;
}

function from(reached: ReadonlySet<number>, end: number): Set<number> {
  const first = Math.min(...reached);
  const length = reached.size === 0 ? 0 : end - first + 1;
  return new Set(Array.from({ length }, (_, index) => first + index));
}

function after(reached: ReadonlySet<number>, part: string, names: readonly string[]): Set<number> {
  const next = [...reached].filter((at) => at < names.length && matchesName(part, names[at] ?? ''));
  return new Set(next.map((at) => at + 1));
}

function matchesName(part: string, name: string): boolean {
  if (!/[*?]/.test(part)) return part === name;
  const characters = Array.from(name);
  let reached = new Set([0]);
  for (const sign of part) {
    if (sign === '*') {
      reached = from(reached, characters.length);
      continue;
    }
    const next = [...reached].filter(
      (at) => at < characters.length && isSign(sign, characters[at] ?? ''),
    );
    reached = new Set(next.map((at) => at + 1));
  }
  return reached.has(characters.length);
}

function isSign(sign: string, character: string): boolean {
  return sign === '?' || sign === character;
}
