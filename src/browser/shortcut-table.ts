/** The keys of the site, read by the handler and by the sheet that explains them. */
import type { Word } from '../site/words.ts';

export interface Shortcut {
  readonly keys: readonly string[];
  readonly word: Word;
  /** An address below the base, or the name of an action. */
  readonly to: string;
}

export const shortcuts: readonly Shortcut[] = [
  { keys: ['/'], word: 'search', to: 'search' },
  { keys: ['g', 'h'], word: 'goHome', to: '/' },
  { keys: ['g', 'n'], word: 'goNotes', to: '/notes/' },
  { keys: ['g', 'j'], word: 'goJournals', to: '/journals/' },
  { keys: ['g', 't'], word: 'goTags', to: '/tags/' },
  { keys: ['g', 'g'], word: 'goGraph', to: '/graph/' },
  { keys: ['['], word: 'previous', to: 'prev' },
  { keys: [']'], word: 'next', to: 'next' },
  { keys: ['f'], word: 'focusBlock', to: 'focus' },
  { keys: ['r'], word: 'random', to: 'random' },
  { keys: ['t'], word: 'switchTheme', to: 'theme' },
  { keys: ['p'], word: 'switchPanes', to: 'panes' },
  { keys: ['?'], word: 'thisSheet', to: 'sheet' },
];
