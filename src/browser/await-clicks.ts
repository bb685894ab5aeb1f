/** Links that open something in the page; without a script they are followed. It loads with the first click. */
import { opensElsewhere } from './modifier-keys.ts';

/** Resolves to false where there is nothing to open, and the link is to be followed. */
type Open = (link: HTMLAnchorElement) => Promise<unknown>;

const openers: Readonly<Record<string, Open>> = {
  'a.picture': async (link) => (await import('./diagram/picture-zoom.ts')).openPicture(link),
  '.diagram-enlarge': async (link) => (await import('./diagram/zoom.ts')).openZoom(link),
  'a.media': async (link) => (await import('./media/play.ts')).play(link),
  '.all-references a': async (link) => (await import('./reference-filter.ts')).showAllOf(link),
};

/** Opens pictures and drawings in a dialog, videos in a player, and all references in their list. */
export function awaitClicks(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || opensElsewhere(event) || event.defaultPrevented) return;
    for (const [selector, open] of Object.entries(openers)) {
      const link = target.closest<HTMLAnchorElement>(selector);
      if (!link) continue;
      event.preventDefault();
      const follow = () => location.assign(link.href);
      open(link).then((isOpen) => isOpen === false && follow(), follow);
      return;
    }
  });
}
