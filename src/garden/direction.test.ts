import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test('Arabic, Hebrew, Persian and Urdu are written from right to left', () => {
  expect(['ar', 'he-IL', 'fa', 'ur', 'ug', 'en', 'zh-CN', 'ja', ''].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
    'ltr',
  ]);
});
