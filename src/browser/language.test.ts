import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from './fixtures/open-page.ts';
import { showLanguage } from './language.ts';

afterEach(() => vi.unstubAllGlobals());

test('the interface changes its language, the note does not', () => {
  const { document } = openPage(`<html lang="zh" data-ui="en" data-site-language="en"><body>
    <header class="site-header" lang="en"></header>
    <main lang="en"><h2 data-text="notes" data-text-value="5">5 notes</h2><p>search</p></main>
    <nav data-text-label="tags" aria-label="Tags"></nav>
    <button data-text-title="switchTheme" title="Toggle"></button>
  </body></html>`);
  showLanguage('zh');
  const [heading, nav, button] = ['h2', 'nav', 'button'].map((name) =>
    document.querySelector<HTMLElement>(name),
  );
  expect(document.documentElement.dataset['ui']).toBe('zh');
  expect([heading?.textContent, heading?.lang]).toEqual(['5 篇笔记', 'zh']);
  expect([nav?.ariaLabel, button?.title]).toEqual(['标签', '切换浅色与深色主题']);
  expect(document.querySelector<HTMLElement>('header')?.lang).toBe('zh');
  expect(document.querySelector('p')?.outerHTML).toBe('<p>search</p>');
  showLanguage('');
  expect(heading?.textContent).toBe('5 notes');
});
