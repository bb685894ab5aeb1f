/** At 400 % and with wide spacing everything is still there, and nothing scrolls in two directions. */
import type { Page } from 'playwright-core';

/** WCAG 1.4.12: what readers may set. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** What an open page loses in a window of 320 by 256 pixels and with wide spacing, there and in a wide window. */
export async function faultsOfReflow(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const found = await page.evaluate(partsThatStickOut);
  await page.addStyleTag({ content: spacing });
  for (const [width, height] of [
    [320, 256],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    found.push(...(await page.evaluate(partsThatStickOut)));
    found.push(...(await page.evaluate(textThatIsCut)));
  }
  return found.map((part) => `with little room: ${part}`);
}

/** What stands beyond the edge of the window and in no scroller of its own. */
function partsThatStickOut(): string[] {
  const isHeld = (part: Element): boolean => {
    let around: Element | null = part;
    while (around && getComputedStyle(around).overflowX === 'visible')
      around = around.parentElement;
    return around !== null && around !== document.body && around !== document.documentElement;
  };
  const isOutside = (part: Element): boolean => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 0 && (right > innerWidth + 1 || left < -1);
  };
  // The sign beside a heading stands in the margin, and on the smallest windows a little beyond it.
  const parts = [...document.querySelectorAll('body *:not(svg *, .heading-anchor)')];
  const found = parts.filter((part) => isOutside(part) && part.checkVisibility() && !isHeld(part));
  const page =
    document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  return [...page, ...found.map((part) => part.outerHTML.slice(0, 120))].slice(0, 5);
}

/** Boxes that cut off text of theirs, but for what is meant to be heard only. */
function textThatIsCut(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, .katex *)')];
  return boxes
    .filter((box) => {
      const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(box);
      // Excerpts of what a link leads to end where there is no more room.
      if (webkitLineClamp !== 'none' || clipPath !== 'none') return false;
      const isHigh = /hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 2;
      const isWide = /hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 2;
      if (!(isHigh || isWide) || box.clientWidth <= 1) return false;
      // Gathered last: it is all that is below a box.
      return box.innerText?.trim() !== '' && box.checkVisibility();
    })
    .map((box) => box.outerHTML.slice(0, 120))
    .slice(0, 5);
}
