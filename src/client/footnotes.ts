/** On wide screens a footnote stands beside the line that calls it. */

/** Moves every footnote of the page into the right margin, each below the one before. */
export function setAside(): void {
  const main = document.querySelector('main');
  const section = document.querySelector<HTMLElement>('main .footnotes');
  if (!main || !section) return;
  document.documentElement.classList.add('has-sidenotes');
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > ol > li')];
  const place = () => {
    const top = main.getBoundingClientRect().top;
    const rail = document.querySelector('.rail')?.lastElementChild?.getBoundingClientRect();
    let free = rail ? rail.bottom - top + 24 : 0;
    for (const note of notes) {
      const name = CSS.escape(note.id.replace(/fn-/, 'fnref-'));
      const call = document.querySelector(`#${name}`);
      const line = call ? call.getBoundingClientRect().top - top - 4 : free;
      note.style.top = `${Math.max(line, free)}px`;
      free = Math.max(line, free) + note.offsetHeight + 12;
    }
  };
  place();
  new ResizeObserver(place).observe(main);
}
