/** Marks in the contents where the reader is. */
export function followContents(contents: HTMLElement): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of contents.querySelectorAll('a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = () => {
    const limit = innerHeight * 0.3;
    const passed = [...links.keys()].filter((place) => place.getBoundingClientRect().top < limit);
    for (const [place, link] of links) {
      if (place === passed.at(-1)) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
  for (const place of links.keys()) observer.observe(place);
  contents.addEventListener(
    'click',
    () => contents.matches(':popover-open') && contents.hidePopover(),
  );
}
