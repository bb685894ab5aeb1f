/** Keyboard shortcuts, read by the handler and by the dialog that lists them. */
import type { PageTextKey } from '../garden/interface-texts/page-texts.ts';

export interface Shortcut {
  readonly keys: readonly string[];
  readonly label: PageTextKey;
  /** A permalink, or the name of an action. */
  readonly to: string;
}

export const shortcuts: readonly Shortcut[] = [
  { keys: ['/'], label: 'search', to: 'search' },
  { keys: ['g', 'h'], label: 'goHome', to: '/' },
  { keys: ['g', 'n'], label: 'goNotes', to: '/notes/' },
  { keys: ['g', 'j'], label: 'goJournals', to: '/journals/' },
  { keys: ['g', 't'], label: 'goTags', to: '/tags/' },
  { keys: ['g', 'g'], label: 'goGraph', to: '/graph/' },
  { keys: ['['], label: 'previous', to: 'prev' },
  { keys: [']'], label: 'next', to: 'next' },
  { keys: ['f'], label: 'focusBlock', to: 'focus' },
  { keys: ['r'], label: 'random', to: 'random' },
  { keys: ['t'], label: 'switchTheme', to: 'theme' },
  { keys: ['p'], label: 'switchPanes', to: 'panes' },
  { keys: ['?'], label: 'openSettings', to: 'settings' },
];
