/** The page's colours as a canvas can use them. */

export interface Colours {
  readonly line: string;
  readonly ink: string;
  readonly paper: string;
  readonly accent: string;
  /** By kind: note, journal, ghost. */
  readonly kinds: readonly string[];
}

/** Reads the tokens through a probe: a canvas does not know `light-dark()`. */
export function coloursOf(host: HTMLElement): Colours {
  const probe = document.createElement('span');
  host.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    line: read('line-strong'),
    ink: read('ink'),
    paper: read('paper'),
    accent: read('accent'),
    kinds: [read('teal'), read('amber'), read('line-strong')],
  };
  probe.remove();
  return colours;
}
