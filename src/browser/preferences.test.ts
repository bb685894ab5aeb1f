import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from './fixtures/open-page.ts';
import { preference, setPreference, switchTheme } from './preferences.ts';

beforeEach(() => {
  openPage('<html><body></body></html>');
});
afterEach(() => {
  for (const key of ['theme', 'panes']) setPreference(key, '');
  vi.unstubAllGlobals();
});

test('a choice is stored in the browser, and an empty one removed', () => {
  setPreference('panes', 'on');
  expect([preference('panes'), localStorage.getItem('panes')]).toEqual(['on', 'on']);
  setPreference('panes', '');
  expect([preference('panes') || null, localStorage.getItem('panes')]).toEqual([null, null]);
});

test('without storage a choice lasts as long as the page', () => {
  const blocked = () => {
    throw new Error('blocked');
  };
  vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked });
  setPreference('panes', 'on');
  expect(preference('panes')).toBe('on');
});

test('the theme switches from the one that is shown', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  switchTheme();
  expect([document.documentElement.dataset.theme, preference('theme')]).toEqual(['light', 'light']);
  switchTheme();
  expect([document.documentElement.dataset.theme, preference('theme')]).toEqual(['dark', 'dark']);
});
