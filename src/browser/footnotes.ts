/** On wide screens a footnote is shown beside the line that refers to it. */

const gap = 12;

/** Bottom of the contents and the graph in the right margin, in pixels: footnotes start below. */
function marginTakenUntil(): number {
  const parts = [...document.querySelectorAll('.rail > *')];
  return Math.max(0, ...parts.map((part) => part.getBoundingClientRect().bottom + 2 * gap));
}

/** Moves the footnotes of the page into the right margin, each below the one before. */
export function moveToMargin(): void {
  const main = document.querySelector('main');
  const section = document.querySelector<HTMLElement>('main .footnotes');
  if (!main || !section) return;
  // Hidden for one frame: browsers count what appears as no layout shift, what moves as one.
  section.hidden = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      section.hidden = false;
      document.documentElement.classList.add('has-sidenotes');
      alignWithReferences(main, section);
    }),
  );
}

function alignWithReferences(main: HTMLElement, section: HTMLElement): void {
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((note) => ({
    note,
    reference: document.getElementById(note.id.replace(/fn-/, 'fnref-')),
  }));
  const place = () => {
    const { top } = main.getBoundingClientRect();
    const taken = marginTakenUntil();
    let free = -Infinity;
    for (const { note, reference } of notes) {
      const line = (reference?.getBoundingClientRect().top ?? free) - 4;
      // A line that has scrolled out of the window needs no room below the contents.
      const from = line < -2 * gap ? line : Math.max(line, taken);
      const at = Math.max(from, free);
      note.style.top = `${at - top}px`;
      free = at + note.offsetHeight + gap;
    }
  };
  place();
  const sizes = new ResizeObserver(place);
  for (const part of [main, ...document.querySelectorAll('.rail > *')]) sizes.observe(part);
  addEventListener('scroll', () => requestAnimationFrame(place), { passive: true });
}
