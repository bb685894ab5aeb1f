/** The percent-decoded text; unchanged where it is not validly encoded, since authors write both. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
