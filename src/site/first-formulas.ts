/** Formulas of the first screen, which load their fonts at once: those further down wait for the reader. */
import { isOnFirstScreen } from './guessed-heights.ts';

/** The HTML of a note with the formulas marked that a desk shows before anything is scrolled. */
export function withFirstFormulas(html: string): string {
  let [written, end] = ['', 0];
  for (const { index } of html.matchAll(/(?<=<span class="katex")(?=>)/g)) {
    if (!isOnFirstScreen(html, index)) break;
    written += `${html.slice(end, index)} data-seen`;
    end = index;
  }
  return written + html.slice(end);
}
