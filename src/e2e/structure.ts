/** What a screen reader finds its way by: landmarks, headings, names. */

/** What is missing or said twice in the page that is open. */
export function faultsOfStructure(): string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const isShown = (part: Element) => part.checkVisibility();
  const nameOf = (part: HTMLElement) => {
    const label = document.getElementById(part.getAttribute('aria-labelledby') ?? '');
    return (part.ariaLabel ?? label?.textContent ?? '').trim();
  };
  const faults: string[] = [];
  for (const landmark of ['main', 'body > .frame > header', 'footer.site-footer', 'h1']) {
    const count = all(landmark).filter(isShown).length;
    if (count !== 1) faults.push(`${count} × ${landmark}`);
  }
  const navs = all('nav, aside, section.after').filter(isShown);
  const names = navs.map((part) => `${part.localName} ${nameOf(part)}`);
  const twice = names.filter((name, at) => name.endsWith(' ') || names.indexOf(name) !== at);
  faults.push(...twice.map((name) => `landmark “${name}”`));
  const levels = all('main :is(h1, h2, h3, h4, h5, h6)').filter(isShown);
  for (const [index, heading] of levels.entries()) {
    const before = Number(levels[index - 1]?.tagName[1] ?? 0);
    if (Number(heading.tagName[1]) > before + 1) faults.push(`jump to ${heading.outerHTML}`);
  }
  for (const part of all('a[href], button, summary').filter(isShown)) {
    const picture = part.querySelector('img')?.alt ?? '';
    if (nameOf(part) + part.textContent.trim() + picture === '') faults.push(part.outerHTML);
  }
  faults.push(...all('img:not([alt]), table:not(:has(th))').map((part) => part.outerHTML));
  if (document.documentElement.lang === '') faults.push('no language');
  return faults.map((fault) => fault.slice(0, 120));
}
