/** The text with its percent signs read; as it stands where they are no encoding: authors type both. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
