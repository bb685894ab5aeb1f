/** Words below a picture: its title, else its alternative text, unless that is only the name of a file. */

export interface Caption {
  /** '' for none. */
  readonly text: string;
  /** Whether it repeats the alternative text, which is read out anyway. */
  readonly isSpoken: boolean;
}

/** The caption of a picture whose file has this name ('' where it has none), were it to stand alone. */
export function captionOf(alt: string, title: string | null | undefined, file: string): Caption {
  const named = title?.trim() ?? '';
  if (named !== '') return { text: named, isSpoken: named === alt.trim() };
  return { text: isFileName(alt.trim(), file) ? '' : alt.trim(), isSpoken: true };
}

const extension = /\.(?:avif|apng|bmp|gif|heic|ico|jfif|jpe?g|png|svg|tiff?|webp)$/i;

/** What programs, cameras and systems call pictures, without their dates and numbers. */
const usualNames = new RegExp(
  `^(?:${[
    '(?:pasted |whatsapp )?image|imgs?|dsc[nf]?|pxl|mvimg|photo|picture|pic|figure|fig|file|untitled|alt(?: text)?',
    'screen ?shots?(?: from)?|screen ?clip|screen ?recording|cleanshot|snipaste|clipboard|capture|drawing',
    'we(?:chat|com) ?im(?:g|age)|mmexport|图片|图像|截图|屏幕截图|截屏|照片|(?:企业)?微信(?:图片|截图)',
  ].join('|')})?$`,
  'i',
);

/** What themes and plugins of Obsidian read in the place of an alternative text. */
const layoutWords = new Set(
  ['left', 'right', 'center', 'centre', 'middle', 'wrap', 'float', 'inline', 'banner', 'full']
    .concat(['wide', 'small', 'medium', 'large', 'round', 'circle', 'border', 'outline', 'icon'])
    .concat(['cover', 'invert', 'inv', 'ban', 'sban', 'grid', 'lightbox', 'w', 'b', 'l', 'r']),
);

/** Whether a text says no more than the name of a picture's file: `a.png`, `Pasted image 2024`, `IMG_1234`. */
function isFileName(text: string, file: string): boolean {
  if (text === '' || extension.test(text) || /^\w+:\/\//.test(text)) return true;
  if (plain(text) === plain(file.replace(extension, ''))) return true;
  if (text.split(/[\s_+-]+/).every((word) => layoutWords.has(word))) return true;
  const words = text
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?=\w*\d)[0-9a-f]{8,}\b/gi, ' ')
    .replace(/\b(?:at|am|pm|copy)\b|[\d\p{P}\p{S}]+/giu, ' ');
  return usualNames.test(words.replace(/\s+/g, ' ').trim());
}

/** A name without what differs between a file and a text that repeats it. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
