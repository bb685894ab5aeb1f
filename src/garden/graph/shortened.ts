/** Names shortened to a width. */

/** Made once: it takes longer than to cut a hundred names. */
let segmenter: Intl.Segmenter | null = null;

/** The name if `measure` gives it no more than `room` pixels, else as much of it as fits before '…'. */
export function shortened(name: string, room: number, measure: (text: string) => number): string {
  if (measure(name) <= room) return name;
  segmenter ??= new Intl.Segmenter();
  const letters = Array.from(segmenter.segment(name), ({ segment }) => segment);
  let [fits, fails] = [0, letters.length];
  while (fails - fits > 1) {
    const half = (fits + fails) >> 1;
    if (measure(`${letters.slice(0, half).join('').trimEnd()}…`) <= room) fits = half;
    else fails = half;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}
