/** The modules that `integration/owner-files.ts` makes. */
declare module 'virtual:owner-html' {
  /** HTML for the head of every page, as the owner wrote it; '' where there is none. */
  export const head: string;
  export const footer: string;
}
declare module 'virtual:owner-tokens.css';
declare module 'virtual:owner-theme.css';
