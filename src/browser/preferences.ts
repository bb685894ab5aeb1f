/** What a reader chose, stored in the browser; without storage it lasts as long as the page. */
const inMemory = new Map<string, string>();

/** The value that a reader chose, or null. */
export function preference(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
}

/** Stores a value; '' removes it. */
export function setPreference(key: string, value: string): void {
  inMemory.set(key, value);
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked, as in private windows.
  }
}

/** Sets the theme to 'light' or 'dark'; '' follows the system. */
export function setTheme(theme: string): void {
  if (theme === '') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  setPreference('theme', theme);
}

/** Switches from the theme that is shown to the other one. */
export function switchTheme(): void {
  const chosen = document.documentElement.dataset.theme;
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  setTheme(dark ? 'light' : 'dark');
}
