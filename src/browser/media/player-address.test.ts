import { expect, test } from 'vitest';
import { playerAddress } from './player-address.ts';

test.for([
  [
    'https://www.youtube.com/watch?v=aaaaaaaaaaa',
    'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa',
  ],
  [
    'https://youtu.be/aaaaaaaaaaa?t=1m15s',
    'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=75',
  ],
  ['https://vimeo.com/123', 'https://player.vimeo.com/video/123'],
  [
    'https://www.bilibili.com/video/BV1xx411c7mD',
    'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&autoplay=0',
  ],
  ['https://twitter.com/a/status/1', null],
  ['https://youtu.be/"><script>', null],
  ['https://evil.example/watch?v=aaaaaaaaaaa', null],
  ['nonsense', null],
] as const)('the player of %s is %s', ([page, player]) => {
  expect(playerAddress(page)).toBe(player);
});
