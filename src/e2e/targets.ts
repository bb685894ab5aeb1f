/** What can be pressed is at least 24 px wide and high, unless it is a part of a sentence. */

/** What is smaller in the page that is open, with its size. */
export function smallTargets(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, summary, label:has(input), select, input:not([type="hidden"])',
  );
  const blocks = 'p, li, dd, td, th, h1, h2, h3, h4, blockquote, figcaption';
  const isInSentence = (part: HTMLElement) => {
    if (getComputedStyle(part).display !== 'inline') return false;
    const around = part.closest(blocks)?.textContent?.trim() ?? '';
    return around.length > (part.textContent?.trim().length ?? 0) + 3;
  };
  return (
    [...all]
      .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('svg'))
      .filter((part) => !isInSentence(part))
      // A label is a part of its field's target.
      .filter((part) => !(part instanceof HTMLInputElement && part.labels?.length))
      .map((part) => [part, part.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 1 && height > 1 && Math.min(width, height) < 23.9)
      .map(([part, { width, height }]) => `${part.outerHTML.slice(0, 80)} ${width} × ${height}`)
  );
}
