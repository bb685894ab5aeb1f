/** Puts a film's player in the place of the link to it: only when a reader asks. */
import { playerAddress } from './player-address.ts';

/** Shows the player of a link's film. Gives false where it has none, so that the link is followed. */
export function play(link: HTMLAnchorElement): boolean {
  const address = playerAddress(link.href);
  if (address === null) return false;
  const frame = document.createElement('iframe');
  frame.className = 'media-player';
  frame.src = address;
  frame.title = link.textContent;
  frame.allow = 'fullscreen; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  link.replaceWith(frame);
  frame.focus();
  return true;
}
