/** The parts after the bars of an embed: a size, alignment, alternative text. */

export interface EmbedOptions {
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  readonly options: readonly string[];
}

const size = /^(\d{1,5})(?:x(\d{1,5}))?$/u;
const layout = /^(?:left|right|center|centre|inline|inlL|inlR|clear|lp|rp|invert)$/iu;

/** Reads `300`, `300x200`, `center` and text in any order; `subpath` ('page=3&height=400') adds options. */
export function readEmbedOptions(parts: readonly string[], subpath: string): EmbedOptions {
  const sizes = parts.map((part) => size.exec(part)).find((match) => match !== null);
  const words = parts.filter((part) => part !== '' && !size.test(part));
  const options = [...subpath.split('&'), ...words.filter((word) => layout.test(word))];
  return {
    width: sizes ? Number(sizes[1]) : null,
    height: sizes?.[2] ? Number(sizes[2]) : null,
    alt: words.filter((word) => !layout.test(word)).join(' '),
    options: options.map((option) => option.trim()).filter((option) => option !== ''),
  };
}
