/**
 * One button that copies links to blocks: it moves to the block under the pointer, and by arrow keys
 * from block to block, so that an outline is one tab stop and not a hundred.
 */

import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { ownValue } from '../garden/own-value.ts';
import { element } from './element.ts';
import { isCommand } from './modifier-keys.ts';
import { shownLanguage } from './shown-language.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Adds the button to an outline, hidden until the pointer or the focus is on a block. */
export function linkBlocks(outline: Element): void {
  const button = element('button', { type: 'button', className: 'block-link' }, '#');
  const show = (isShown: boolean) => button.classList.toggle('visually-hidden', !isShown);
  const hasFocus = () => document.activeElement === button;
  const move = (block: Element | null | undefined) => {
    const content = block?.querySelector<HTMLElement>(':scope > .block-content');
    if (!content || button.parentElement === content) return;
    button.ariaLabel = labelOf(content);
    content.append(button);
  };
  button.addEventListener('click', () => {
    const id = button.closest('.block')?.id ?? '';
    void import('./copy-link.ts').then(({ copyLink }) => copyLink(id));
  });
  button.addEventListener('focus', () => show(true));
  button.addEventListener('blur', () => show(false));
  button.addEventListener('keydown', (event) => {
    const by = ownValue(steps, event.key);
    if (!by || isCommand(event)) return;
    event.preventDefault();
    move(neighbour(outline, button.closest('.block'), by));
    button.focus();
  });
  outline.addEventListener('pointerover', ({ target }) => {
    if (hasFocus() || !(target instanceof Element)) return;
    show(true);
    move(target.closest('.block'));
  });
  show(false);
  move(outline.querySelector('.block'));
}

/** The previous (-1) or next (1) visible block. */
function neighbour(outline: Element, block: Element | null, by: 1 | -1): Element | undefined {
  const blocks = [...outline.querySelectorAll('.block')].filter((each) => each.checkVisibility());
  return blocks[(block ? blocks.indexOf(block) : -1) + by];
}

function labelOf(content: HTMLElement): string {
  const text = lookup(actionTexts, shownLanguage());
  // Asked what is shown, a browser would lay out a block that is far out of view, and fetch its fonts.
  const isNear = content.checkVisibility({ contentVisibilityAuto: true });
  const words = isNear ? content.innerText : content.textContent;
  return `${text('copyLink')}: ${words.replace(/\s+/g, ' ').trim().slice(0, 60)}`;
}
