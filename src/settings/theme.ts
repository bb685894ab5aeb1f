/** The owner's theme as CSS: values in place of those of tokens.css. Pure. */
import type { SiteSettings } from './schema.ts';

type Theme = SiteSettings['theme'];
type Colours = NonNullable<Theme['accent']>;
type Paper = NonNullable<Theme['paper']>;

const darkPaper = '#161815';
/** A warm paper, as of old books. */
const sepia = { light: '#f8f2e3', dark: '#1e1a15' };

/** How much of one colour for light pages remains on dark ones, where it stands on dark paper. */
const darkShare = 45;

/** Rules that overrule the tokens; '' where the owner changes nothing. */
export function themeStyles({ accent, paper, fonts, column }: Theme): string {
  const values = [
    ...(paper ? paperTokens(paper) : []),
    ...(accent
      ? [
          ['--accent', lightDark(accent, darkOf(accent))] as const,
          ['--accent-line', 'color-mix(in srgb, var(--accent) 36%, transparent)'] as const,
          ['--accent-wash', 'color-mix(in oklab, var(--accent) 12%, var(--paper))'] as const,
        ]
      : []),
    ...(fonts.text ? [['--latin', fonts.text] as const] : []),
    ...(fonts.mono ? [['--mono', fonts.mono] as const] : []),
    ...(column ? [['--column', column] as const] : []),
  ];
  if (values.length === 0) return '';
  return `:root {\n${values.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;
}

/** The colours of the paper, light and dark, for what a browser draws around the page. */
export function paperOf({ paper }: Theme): { readonly light: string; readonly dark: string } {
  const own = paper === 'sepia' ? sepia : typeof paper === 'string' ? { light: paper } : paper;
  return { light: '#fcfbf8', dark: darkPaper, ...own };
}

/** The paper, and the tones of surfaces and lines on it, as far from it as tokens.css has them. */
function paperTokens(paper: Paper): readonly (readonly [string, string])[] {
  const mixed = (share: number, other: string) =>
    `color-mix(in oklab, var(--paper) ${share}%, ${other})`;
  return [
    ['--paper', lightDark(paper === 'sepia' ? sepia : paper, darkPaper)],
    ['--surface', mixed(98.5, 'light-dark(black, white)')],
    ['--raised', `light-dark(${mixed(40, 'white')}, ${mixed(93, 'white')})`],
    ['--line', mixed(92, 'light-dark(black, white)')],
    ['--accent-wash', 'color-mix(in oklab, var(--accent) 12%, var(--paper))'],
    ['--line-strong', mixed(84, 'light-dark(black, white)')],
  ];
}

function lightDark(colours: Colours, dark: string): string {
  return typeof colours === 'string'
    ? `light-dark(${colours}, ${dark})`
    : `light-dark(${colours.light}, ${colours.dark})`;
}

function darkOf(colours: Colours): string {
  return typeof colours === 'string'
    ? `color-mix(in oklab, ${colours} ${darkShare}%, white)`
    : colours.dark;
}
