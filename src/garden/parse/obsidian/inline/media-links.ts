/** Videos and posts on other hosts that Obsidian shows for an image or a frame with their address. */
import type { Media } from '../../../body.ts';

const youtube =
  /^https?:\/\/(?:(?:www|m|music)\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|shorts\/|live\/)|youtu\.be\/)([\w-]{11})/iu;
const tweet = /^https?:\/\/(?:(?:www|mobile)\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/iu;
const vimeo = /^https?:\/\/(?:player\.)?vimeo\.com\/(?:video\/)?(\d+)/iu;
const bilibili = /^https?:\/\/(?:www\.|player\.)?bilibili\.com\/.*?\b(BV\w{10})/iu;
const videoFile = /^https:\/\/[^?#]+\.(?:mp4|webm|ogv|mov|m4v)(?:[?#]|$)/iu;
const audioFile = /^https:\/\/[^?#]+\.(?:mp3|m4a|ogg|wav|flac|3gp)(?:[?#]|$)/iu;

/** The media at an address, or null when it is a picture. */
export function readMedia(url: string, title: string): Media | null {
  const media = (service: string, address: string): Media => ({
    type: 'media',
    service,
    url: address.replace(/^http:/iu, 'https:'),
    title,
  });
  const id = youtube.exec(url)?.[1];
  if (id) return media('youtube', `https://www.youtube.com/watch?v=${id}`);
  const clip = vimeo.exec(url)?.[1];
  if (clip) return media('vimeo', `https://vimeo.com/${clip}`);
  const video = bilibili.exec(url)?.[1];
  if (video) return media('bilibili', `https://www.bilibili.com/video/${video}`);
  if (tweet.test(url)) return media('tweet', url);
  if (videoFile.test(url)) return media('video', url);
  return audioFile.test(url) ? media('audio', url) : null;
}

/** The media of HTML that is a single frame with an http(s) address, else null. */
export function readFrame(html: string): Media | null {
  const frame = /^\s*<iframe\b([^>]*)>\s*(?:<\/iframe>)?\s*$/iu.exec(html)?.[1];
  const url =
    frame && /\bsrc\s*=\s*["']?([^"'\s>]+)/iu.exec(frame)?.[1]?.replace(/^\/\//u, 'https://');
  if (!frame || !url || !/^https?:\/\//iu.test(url)) return null;
  const title = /\btitle\s*=\s*"([^"]*)"/iu.exec(frame)?.[1] ?? '';
  return readMedia(url, title) ?? { type: 'media', service: 'frame', url, title };
}
