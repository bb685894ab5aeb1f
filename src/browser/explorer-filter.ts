/** Finds notes of the explorer by what they are called. */
import { element } from './element.ts';

/** Most notes that are listed. */
const maxFound = 50;

/** Shows the filter above the tree: what is found takes its place until the filter is empty. */
export function startExplorerFilter(form: HTMLElement, tree: HTMLElement): void {
  const input = form.querySelector('input');
  if (!input) return;
  const found = element('ul', { hidden: true });
  tree.after(found);
  let asked = 0;

  const apply = async () => {
    asked += 1;
    const turn = asked;
    const typed = input.value.trim();
    const { notesCalled } = await import('./titles.ts');
    const notes = typed === '' ? null : await notesCalled(typed, maxFound);
    if (turn !== asked) return;
    found.replaceChildren(...(notes ?? []));
    found.hidden = notes === null;
    tree.hidden = notes !== null;
  };

  input.addEventListener('input', () => void apply().catch(reportError));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || input.value === '') return;
    // Not for what closes with the same key.
    event.stopPropagation();
    event.preventDefault();
    input.value = '';
    void apply();
  });
  form.hidden = false;
}
