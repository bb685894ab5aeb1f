/** Fonts of formulas that are below the first view. */

/**
 * What a reader does before seeing more of a page than its first view, or before printing it. No move of the
 * pointer: browsers report one of a pointer that rests where a page opens.
 */
const signs = ['scroll', 'keydown', 'pointerdown', 'beforeprint'] as const;

/**
 * Lets formulas ask for their fonts with the first thing that a reader does, and before it those that are in view
 * after all; until then the style that the page has for them keeps them from it.
 */
export function awaitFormulas(): void {
  const style = document.querySelector('style[data-late-formulas]');
  if (!style) return;
  const load = () => {
    style.remove();
    observer.disconnect();
  };
  const observer = new IntersectionObserver((formulas) => {
    for (const { isIntersecting, target } of formulas) {
      if (!isIntersecting) continue;
      target.toggleAttribute('data-seen', true);
      observer.unobserve(target);
    }
  });
  for (const formula of document.querySelectorAll('.katex')) observer.observe(formula);
  for (const sign of signs) addEventListener(sign, load, { once: true, passive: true });
}
