/** The legend of the colours; a click highlights a group. */
import type { GraphText, GraphTextKey } from '../../garden/interface-texts/graph-texts.ts';
import { element } from '../element.ts';
import { slotTokens } from './colours.ts';
import { type Group, slots } from './groups.ts';

const named: Readonly<Record<number, GraphTextKey>> = {
  [slots.other]: 'otherNotes',
  [slots.journal]: 'journals',
  [slots.ghost]: 'ghost',
  [slots.tag]: 'tags',
};

/** The text of a group that has no name of its own. */
export function textOfSlot(slot: number): GraphTextKey {
  return named[slot] ?? 'otherNotes';
}

/** Fills the legend; `pressed` is called with the slot to highlight, or -1 for none. */
export function showLegend(
  legend: HTMLElement,
  groups: readonly Group[],
  text: GraphText,
  pressed: (slot: number) => void,
): void {
  const buttons = groups.map(({ slot, name, count }) => {
    const dot = element('span', { className: slot === slots.ghost ? 'dot hollow' : 'dot' });
    dot.style.color = `var(--${slotTokens[slot] ?? 'gray'})`;
    const number = element('span', { className: 'count' }, String(count));
    const label = element('span', {}, name || text(textOfSlot(slot)));
    if (name === '') label.dataset.text = textOfSlot(slot);
    const button = element(
      'button',
      { type: 'button', className: 'graph-group' },
      dot,
      label,
      ' ',
      number,
    );
    button.ariaPressed = 'false';
    button.addEventListener('click', () => {
      const isPressed = button.ariaPressed === 'true';
      for (const other of buttons) other.ariaPressed = 'false';
      button.ariaPressed = String(!isPressed);
      pressed(isPressed ? -1 : slot);
    });
    return button;
  });
  legend.replaceChildren(...buttons.map((button) => element('li', {}, button)));
}
