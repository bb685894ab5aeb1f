/** On wide screens a footnote stands beside the line that calls it. */

const gap = 12;

/** Where the contents and the graph in the right margin end: contents stay in view, notes give way. */
function takenUntil(): number {
  const parts = [...document.querySelectorAll('.rail > *')];
  return Math.max(0, ...parts.map((part) => part.getBoundingClientRect().bottom + 2 * gap));
}

/** Moves every footnote of the page into the right margin, each below the one before. */
export function setAside(): void {
  const main = document.querySelector('main');
  const section = document.querySelector<HTMLElement>('main .footnotes');
  if (!main || !section) return;
  // For one frame they are nowhere: to browsers what appears has not moved.
  section.hidden = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      section.hidden = false;
      document.documentElement.classList.add('has-sidenotes');
      keepBeside(main, section);
    }),
  );
}

function keepBeside(main: HTMLElement, section: HTMLElement): void {
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((note) => ({
    note,
    call: document.getElementById(note.id.replace(/fn-/, 'fnref-')),
  }));
  const place = () => {
    const { top } = main.getBoundingClientRect();
    const taken = takenUntil();
    let free = -Infinity;
    for (const { note, call } of notes) {
      const line = (call?.getBoundingClientRect().top ?? free) - 4;
      // What was read above the window may lie below the contents.
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
