/** Whose Markdown it is: the two programs differ in a few tokens. */
export type Syntax = 'obsidian' | 'logseq';
