import { expect, test } from 'vitest';
import { captionOf } from './captions.ts';

test.each([
  ['A leader and its followers', '', 'raft.png'],
  ['三个节点', '', 'raft.png'],
  ['Figure of the ring', '', 'ring.svg'],
  ['The file system', '', 'a.png'],
  ['IMG from the lab', '', 'a.png'],
  ['TCP', '', 'a.png'],
])('the words %j are a caption', (alt, title, file) => {
  expect(captionOf(alt, title, file)).toEqual({ text: alt, isSpoken: true });
});

test.each([
  ['', 'raft.png'],
  ['raft.png', 'raft-3f2a.png'],
  ['image.png', 'image_1626797105587_0.png'],
  ['raft', 'raft.png'],
  ['Raft log', 'raft_log.svg'],
  ['Pasted image 20240102103011', 'x.png'],
  ['Screenshot 2024-01-02 at 10.30.11 PM', 'x.png'],
  ['Screenshot from 2024-01-02 10-30-11', 'x.png'],
  ['屏幕截图 2024-01-02 103011', 'x.png'],
  ['IMG_20240102_103011', 'x.jpg'],
  ['3f2a91c0-1d2e-4f5a-8b6c-0123456789ab', 'x.jpg'],
  ['d41d8cd98f00b204', 'x.jpg'],
  ['2024-01-02', 'x.jpg'],
  ['alt text', 'x.jpg'],
  ['https://example.org/a', 'a'],
  ['right wrap', 'x.jpg'],
])('the words %j for %s are the name of a file, and no caption', (alt, file) => {
  expect(captionOf(alt, null, file).text).toBe('');
});

test('a title comes before the alternative text, whatever it says', () => {
  expect(captionOf('A cat', ' Our cat ', 'cat.png')).toEqual({ text: 'Our cat', isSpoken: false });
  expect(captionOf('A cat', 'A cat', 'cat.png')).toEqual({ text: 'A cat', isSpoken: true });
  expect(captionOf('', 'image.png', 'cat.png')).toEqual({ text: 'image.png', isSpoken: false });
});
