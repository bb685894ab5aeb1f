/** What a reader chose, kept in the browser; without storage a choice lasts as long as the page. */
const here = new Map<string, string>();

/** A reader's choice, or null where there is none. */
export function choice(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? here.get(key) ?? null;
  } catch {
    return here.get(key) ?? null;
  }
}

/** Keeps a choice; '' forgets it. */
export function keep(key: string, value: string): void {
  here.set(key, value);
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse.
  }
}

/** Shows the theme 'light' or 'dark'; '' is the system's. */
export function setTheme(theme: string): void {
  if (theme === '') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keep('theme', theme);
}

export function switchTheme(): void {
  const chosen = document.documentElement.dataset.theme;
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
}
