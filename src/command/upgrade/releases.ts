/** Which of the engine's tags is its newest release. Pure. */

/** The newest of tags such as v1.2.3; those of trial versions, such as v2.0.0-rc.1, do not count. */
export function newestRelease(tags: readonly string[]): string | null {
  const releases = tags.flatMap((tag) => {
    const numbers = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag)?.slice(1).map(Number);
    return numbers ? [{ tag, numbers }] : [];
  });
  releases.sort((a, b) => compare(b.numbers, a.numbers));
  return releases[0]?.tag ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
