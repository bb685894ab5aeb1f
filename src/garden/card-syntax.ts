/** How the notes of an Obsidian vault write flashcards: the settings of the plugin “Spaced Repetition”. */
export interface CardSyntax {
  /** Tags, without `#`, whose notes have cards; tags below them are decks. */
  readonly tags: readonly string[];
  /** Whether a note's folder is its deck; then notes in a folder need no tag. */
  readonly areFoldersDecks: boolean;
  /** Folders, relative to the vault, whose notes have no cards. */
  readonly ignoredFolders: readonly string[];
  /** Between question and answer on one line; '' for none, as for each separator. */
  readonly inline: string;
  /** As `inline`, for a card in both directions. */
  readonly inlineReversed: string;
  /** The line between the lines of question and answer. */
  readonly line: string;
  readonly lineReversed: string;
  /** What is hidden on a cloze card: `==text==`, `**text**`, `{{text}}`. */
  readonly clozes: Readonly<Record<'highlight' | 'bold' | 'braces', boolean>>;
}

/** What the plugin writes until its settings are changed. */
export const usualCardSyntax: CardSyntax = {
  tags: ['flashcards'],
  areFoldersDecks: false,
  ignoredFolders: [],
  inline: '::',
  inlineReversed: ':::',
  line: '?',
  lineReversed: '??',
  clozes: { highlight: true, bold: false, braces: false },
};
