/** The colours of a picture: the site's own, as in tokens.css for the light theme. */

const defaults = {
  paper: '#fcfbf8',
  surface: '#f5f3ed',
  line: '#e6e2d8',
  'line-strong': '#cfc9bb',
  ink: '#24231f',
  'ink-strong': '#131210',
  muted: '#66625a',
  accent: '#17684a',
};

/** The name of a colour that pictures use. */
export type Colour = keyof typeof defaults;

export type Palette = Readonly<Record<Colour, string>>;

/**
 * The light colours of a stylesheet that writes `--paper: light-dark(#fcfbf8, #161815);`. Pictures
 * know hexadecimal colours; where the owner writes another kind, the garden's first colour stays.
 */
export function paletteOf(stylesheet: string): Palette {
  const written = Object.keys(defaults).flatMap((name) => {
    const value = new RegExp(`--${name}:\\s*(?:light-dark\\()?\\s*(#[0-9a-f]{3,8})\\b`, 'giu');
    // The owner's rules come after the garden's own.
    const colour = [...stylesheet.matchAll(value)].at(-1)?.[1];
    return colour === undefined ? [] : [[name, colour] as const];
  });
  return { ...defaults, ...Object.fromEntries(written) };
}
