/**
 * One button that copies code: it is at the block under the pointer or the focus, so that a page has
 * one tab stop more and not one for each block.
 */
import { actionTexts } from '../garden/interface-texts/action-texts.ts';
import { lookup } from '../garden/interface-texts/lookup.ts';
import { announce } from './announce.ts';
import { codeText } from './code-text.ts';
import { element } from './element.ts';
import { shownLanguage } from './shown-language.ts';

/** Adds the button to the block of code at which an event happened. */
export function startCopyCode(event: Event): void {
  const text = lookup(actionTexts, shownLanguage());
  const button = element('button', { type: 'button', lang: shownLanguage() }, text('copyCode'));
  const holder = element('div', { className: 'code-copy' }, button);
  button.addEventListener('click', () => {
    const pre = holder.closest('pre');
    if (!pre) return;
    navigator.clipboard.writeText(codeText(pre)).then(
      () => announce(text('codeCopied')),
      // Without permission to copy, the reader can copy what is selected.
      () => getSelection()?.selectAllChildren(pre.querySelector('code') ?? pre),
    );
  });
  const move = ({ target }: Event) => {
    const pre = target instanceof Element ? target.closest('pre.shiki') : null;
    if (pre && pre !== holder.parentElement && !holder.contains(document.activeElement)) {
      pre.prepend(holder);
    }
  };
  document.addEventListener('pointerover', move);
  document.addEventListener('focusin', move);
  move(event);
}
