/** The graph over the whole screen: by the browser, or over the whole window where it has no way. */

/** Lets a button show `root` over the whole screen and back. Escape leads back, too. */
export function startFullScreen(root: HTMLElement, button: HTMLButtonElement): void {
  const show = (isFull: boolean) => {
    root.classList.toggle('is-full', isFull);
    button.ariaPressed = String(isFull);
  };
  const isFull = () => root.classList.contains('is-full');
  button.addEventListener('click', () => {
    if (document.fullscreenElement === root) void document.exitFullscreen();
    else if (isFull()) show(false);
    else if (document.fullscreenEnabled) root.requestFullscreen().catch(() => show(true));
    else show(true);
  });
  document.addEventListener('fullscreenchange', () => show(document.fullscreenElement === root));
  root.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && isFull()) show(false);
  });
}
