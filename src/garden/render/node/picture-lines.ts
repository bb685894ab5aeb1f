/**
 * Paragraphs of pictures alone: each line of one picture is a figure with its caption, each line of several
 * a row of equal height.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PictureData } from '../hast-data.ts';
import type { RenderContext } from '../render-context.ts';
import { passageLanguage } from './passage-language.ts';

/** What a paragraph of these children is shown as; null where it is a usual one. */
export function pictureLines(
  context: RenderContext,
  children: readonly ElementContent[],
): Element[] | null {
  const lines = linesOf(children);
  if (lines === null || !lines.some((line) => isRow(line) || hasCaption(line))) return null;
  return lines.flatMap((line) => {
    const figures = line.map((picture) => figure(context, picture));
    if (isRow(line))
      return h(
        'div.gallery',
        figures.map((each) => stretched(each)),
      );
    return hasCaption(line) ? figures : h('p', line);
  });
}

type Picture = Element & { data: { picture: PictureData } };

/** The pictures of each line; null where there is anything else. */
function linesOf(children: readonly ElementContent[]): Picture[][] | null {
  const lines: Picture[][] = [[]];
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'element') return null;
    if (child.tagName === 'br') lines.push([]);
    else if (isPicture(child)) lines.at(-1)?.push(child);
    else return null;
  }
  return lines.filter((line) => line.length > 0);
}

function isPicture(element: Element): element is Picture {
  return element.data?.picture !== undefined;
}

function hasCaption(line: readonly Picture[]): boolean {
  return line.length === 1 && line[0]?.data.picture.caption.text !== '';
}

/** Icons and badges beside each other stay in one line of text. */
function isRow(line: readonly Picture[]): boolean {
  return line.length > 1 && line.some(({ data }) => data.picture.isLarge);
}

/** The picture with its caption, if it has one. */
function figure({ lang }: RenderContext, picture: Picture): Element {
  const { caption } = picture.data.picture;
  if (caption.text === '') return h('figure.picture', [picture]);
  delete imageIn(picture).properties['title'];
  const words = {
    lang: passageLanguage(caption.text, lang) || undefined,
    ariaHidden: caption.isSpoken ? 'true' : undefined,
  };
  return h('figure.picture', [picture, h('figcaption', words, caption.text)]);
}

/** In a row a picture says how wide it is for its height, unless it is an icon or its author sized it. */
function stretched(figure: Element): Element {
  const [picture] = figure.children;
  if (picture?.type !== 'element' || !isPicture(picture)) return figure;
  const { isLarge, isSized } = picture.data.picture;
  const { width, height } = imageIn(picture).properties;
  if (!isLarge || isSized || !(Number(height) > 0)) return figure;
  const ratio = Number((Number(width) / Number(height)).toFixed(3));
  figure.properties['style'] = `--ratio:${ratio}`;
  return figure;
}

function imageIn(picture: Element): Element {
  const [child] = picture.children;
  return child?.type === 'element' ? imageIn(child) : picture;
}
