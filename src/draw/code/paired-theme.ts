/**
 * Two themes as one, so that code is tokenized once for both: each colour of the paired theme is a
 * number that stands for a light and a dark colour, and is replaced when the HTML is made.
 */
import type { ThemeRegistrationRaw } from 'shiki/core';
import { ownValue } from '../../garden/own-value.ts';

type Settings = { foreground?: string; background?: string; fontStyle?: string };

export interface PairedTheme {
  readonly theme: ThemeRegistrationRaw;
  /** Shiki's HTML for the paired theme as its HTML for the two themes as CSS variables. */
  restore(html: string): string;
}

interface Side {
  readonly name: string;
  /** Replacements of the theme's own colours, by colour in lower case. */
  readonly replacements: Readonly<Record<string, string>>;
  readonly theme: ThemeRegistrationRaw;
}

/**
 * The theme of both sides.
 * @throws Error when the two do not colour the same scopes, in the same order.
 */
export function pairThemes(light: Side, dark: Side): PairedTheme {
  const pairs: [string, string][] = [];
  const numbers = new Map<string, string>();
  const number = (a: string, b: string) => {
    const key = `${a} ${b}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const next = `#${pairs.length.toString(16).padStart(6, '0')}`;
    pairs.push([a, b]);
    numbers.set(key, next);
    return next;
  };
  const [lightRules, darkRules] = [rulesOf(light.theme), rulesOf(dark.theme)];
  if (lightRules.length !== darkRules.length) throw new Error(notAPair);
  const settings = lightRules.map((rule, index) => {
    const other = darkRules[index];
    const [a, b]: Settings[] = [rule.settings, other?.settings ?? {}];
    const isPair =
      JSON.stringify(rule.scope) === JSON.stringify(other?.scope) && a?.fontStyle === b?.fontStyle;
    if (!isPair) throw new Error(notAPair);
    const foreground =
      a?.foreground && b?.foreground ? { foreground: number(a.foreground, b.foreground) } : {};
    const fontStyle = a?.fontStyle === undefined ? {} : { fontStyle: a.fontStyle };
    return { scope: rule.scope, settings: { ...foreground, ...fontStyle } };
  });
  const base = (name: string) =>
    number(
      ownValue(light.theme.colors ?? {}, name) ?? '',
      ownValue(dark.theme.colors ?? {}, name) ?? '',
    );
  const theme = {
    name: 'paired',
    type: 'light',
    colors: {
      'editor.foreground': base('editor.foreground'),
      'editor.background': base('editor.background'),
    },
    settings,
  } as ThemeRegistrationRaw;
  return { theme, restore: (html) => restored(html, pairs, light, dark) };
}

const notAPair = 'The two themes do not colour the same scopes.';

function rulesOf(theme: ThemeRegistrationRaw) {
  return theme.tokenColors ?? theme.settings ?? [];
}

/** The colour as Shiki writes it for a theme of its own. */
function replaced({ replacements }: Side, colour: string, isBase: boolean): string {
  return ownValue(replacements, colour.toLowerCase()) ?? (isBase ? colour : colour.toUpperCase());
}

function restored(
  html: string,
  pairs: readonly (readonly [string, string])[],
  light: Side,
  dark: Side,
): string {
  const pairOf = (number: string, isBase: boolean) => {
    const [a, b] = pairs[Number.parseInt(number, 16)] ?? ['', ''];
    return [replaced(light, a, isBase), replaced(dark, b, isBase)] as const;
  };
  return html
    .replace(
      /^<pre class="shiki paired([^"]*)" style="background-color:#(\w+);color:#(\w+)"/,
      (_, marks: string, background: string, foreground: string) => {
        const [lightBack, darkBack] = pairOf(background, true);
        const [lightFore, darkFore] = pairOf(foreground, true);
        return (
          `<pre class="shiki shiki-themes ${light.name} ${dark.name}${marks}" ` +
          `style="--shiki-light:${lightFore};--shiki-dark:${darkFore};` +
          `--shiki-light-bg:${lightBack};--shiki-dark-bg:${darkBack}"`
        );
      },
    )
    .replace(/(?<=<span style=")color:#(\w+)([^"]*)"/g, (_, number: string, rest: string) => {
      const [a, b] = pairOf(number, false);
      return `${styleOf('light', a, rest)};${styleOf('dark', b, rest)}"`;
    });
}

/** `--shiki-light:#fff;--shiki-light-font-style:italic` for a colour and `;font-style:italic`. */
function styleOf(side: string, colour: string, rest: string): string {
  return `--shiki-${side}:${colour}${rest.replace(/;/g, `;--shiki-${side}-`)}`;
}
