/** The settings of the plugin “Spaced Repetition” (`data.json` in its folder). */
import { type CardSyntax, usualCardSyntax } from '../../../card-syntax.ts';

type Settings = Readonly<Record<string, unknown>>;

/**
 * The syntax of a vault's cards from the plugin's data: `settings` in it, with the names of its source
 * (`SRSettings`). What is absent or of another type is as the plugin has it at first.
 */
export function readCardSyntax(data: Settings | null): CardSyntax {
  const settings = data?.['settings'];
  if (typeof settings !== 'object' || settings === null) return usualCardSyntax;
  const own = settings as Settings;
  const usual = usualCardSyntax;
  return {
    tags: textsOf(own['flashcardTags'], usual.tags).map((tag) => tag.replace(/^#/u, '')),
    areFoldersDecks: own['convertFoldersToDecks'] === true,
    ignoredFolders: textsOf(own['noteFoldersToIgnore'], []).map((folder) =>
      folder.replace(/^\/+|\/+$/gu, ''),
    ),
    inline: textOf(own['singleLineCardSeparator'], usual.inline),
    inlineReversed: textOf(own['singleLineReversedCardSeparator'], usual.inlineReversed),
    line: textOf(own['multilineCardSeparator'], usual.line),
    lineReversed: textOf(own['multilineReversedCardSeparator'], usual.lineReversed),
    clozes: {
      highlight: own['convertHighlightsToClozes'] !== false,
      bold: own['convertBoldTextToClozes'] === true,
      braces: own['convertCurlyBracketsToClozes'] === true,
    },
  };
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value.trim() : otherwise;
}

function textsOf(value: unknown, otherwise: readonly string[]): readonly string[] {
  if (!Array.isArray(value)) return otherwise;
  return value.filter((text) => typeof text === 'string').filter((text) => text.trim() !== '');
}
