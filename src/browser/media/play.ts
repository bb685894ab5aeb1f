/** Replaces the link to a video by its player, when a reader asks for it. */
import { playerAddress } from './player-address.ts';

/** Shows the player for the video of a link; false if there is none and the link is to be followed. */
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
