/** Videos and posts on other hosts, as Logseq's macros name them. */

export interface HostedMedia {
  readonly service: string;
  readonly url: string;
}

/** The video of a macro such as `{{video https://…}}` or `{{bilibili BV…}}`, or null. */
export function videoOf(macro: string, text: string): HostedMedia | null {
  const target = text.trim().split(/\s/)[0] ?? '';
  if (target === '') return null;
  switch (macro) {
    case 'youtube':
      return media('youtube', target, youtubeAddress(target));
    case 'vimeo':
      return media('vimeo', target, /^\d+$/.test(target) ? `https://vimeo.com/${target}` : null);
    case 'bilibili':
      return media('bilibili', target, bilibiliAddress(target));
    case 'tweet':
    case 'twitter':
      return media(
        'tweet',
        target,
        /^\d+$/.test(target) ? `https://x.com/i/status/${target}` : null,
      );
    case 'video':
      return video(target);
    default:
      return null;
  }
}

function video(target: string): HostedMedia | null {
  const bilibili = bilibiliAddress(target);
  if (bilibili) return media('bilibili', target, bilibili);
  const host = /^https?:\/\/(?:www\.|m\.|player\.)?([^/]+)/i.exec(target)?.[1]?.toLowerCase() ?? '';
  if (/^(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(host)) {
    return media('youtube', target, youtubeAddress(target));
  }
  if (host === 'vimeo.com') return media('vimeo', target, null);
  return media(
    /\.(?:mp4|webm|mov|m4v|ogv)(?:[?#]|$)/i.test(target) ? 'video' : 'frame',
    target,
    null,
  );
}

function media(service: string, target: string, known: string | null): HostedMedia | null {
  const url = known ?? target.replace(/^http:/i, 'https:');
  return /^https:\/\/\S+$/i.test(url) ? { service, url } : null;
}

function youtubeAddress(target: string): string | null {
  const id =
    /^[\w-]{11}$/.exec(target)?.[0] ??
    /(?:youtu\.be\/|[?&]v=|\/(?:embed|shorts|live|v)\/)([\w-]{11})/.exec(target)?.[1];
  if (id === undefined) return null;
  const start = /[?&]t=(\d+)/.exec(target)?.[1];
  return `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}` : ''}`;
}

function bilibiliAddress(target: string): string | null {
  const id = /(?:^|\/)((?:BV\w{10}|av\d+))(?=$|[/?])/.exec(target)?.[1];
  return id === undefined ? null : `https://www.bilibili.com/video/${id}/`;
}

/** Seconds of '113', '1:53' or '1:02:03', or null. */
export function secondsOf(text: string): number | null {
  if (!/^\d+(?::[0-5]?\d){0,2}$/.test(text.trim())) return null;
  return text
    .trim()
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0);
}

/** '1:53' of 113 seconds. */
export function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown
    .map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0')))
    .join(':');
}

/** The address of a video at a number of seconds. */
export function seekAddress(url: string, seconds: number): string {
  return `${url.replace(/[?&]t=\d+/, '')}${url.includes('?') ? '&' : '?'}t=${seconds}`;
}
