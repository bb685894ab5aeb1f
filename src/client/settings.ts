/** The reader's choices: theme now, more in the sheet. */

function darkNow(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Keeps a choice where the browser allows it; without storage it lasts as long as the page. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse: the choice then ends with the page.
  }
}

export function switchTheme(): void {
  const theme = darkNow() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  keep('theme', theme);
}

export function startSettings(): void {
  for (const settings of document.querySelectorAll<HTMLElement>('.settings'))
    settings.hidden = false;
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-action="theme"]')) switchTheme();
  });
}
