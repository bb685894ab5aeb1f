/** Marks the section in view in the contents of the page. */
import { fragmentOf } from './link.ts';

/** Follows the reader in the contents; a click closes them where they are a sheet. */
export function trackContents(contents: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll('a')) {
    const target = document.getElementById(fragmentOf(link));
    if (target) links.set(target, link);
  }
  const mark = () => {
    const limit = innerHeight * 0.3;
    const passed = [...links.keys()].filter(
      (heading) => heading.getBoundingClientRect().top < limit,
    );
    for (const [heading, link] of links) {
      if (heading === passed.at(-1)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
  for (const heading of links.keys()) observer.observe(heading);
  contents.addEventListener(
    'click',
    () => contents.matches(':popover-open') && contents.hidePopover(),
  );
}
