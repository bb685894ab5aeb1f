/** Addresses of video players, for the hosts whose players may be shown in a page. */

/** Origins of all players. */
export const playerHosts = [
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://player.bilibili.com',
];

/**
 * Address of the player for the page of a video, or null for hosts whose videos open as a link. For
 * YouTube it is the player that sets no cookie before the video plays.
 */
export function playerAddress(page: string): string | null {
  if (!URL.canParse(page)) return null;
  const url = new URL(page);
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  if (host === 'youtu.be') return youtube(last, url);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    return youtube(url.searchParams.get('v') ?? last, url);
  }
  if (host === 'vimeo.com' && /^\d+$/.test(last)) return `https://player.vimeo.com/video/${last}`;
  if (host === 'bilibili.com' && /^BV\w+$/i.test(last)) {
    return `https://player.bilibili.com/player.html?bvid=${last}&autoplay=0`;
  }
  return null;
}

function youtube(id: string, { searchParams }: URL): string | null {
  if (!/^[\w-]{11}$/.test(id)) return null;
  const start = secondsOf(searchParams.get('t') ?? searchParams.get('start') ?? '');
  return `https://www.youtube-nocookie.com/embed/${id}${start > 0 ? `?start=${start}` : ''}`;
}

/** '75', '75s' and '1h2m3s' in seconds; 0 for anything else. */
function secondsOf(time: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
