/** The program whose Markdown is read: the two differ in a few tokens. */
export type Syntax = 'obsidian' | 'logseq';
