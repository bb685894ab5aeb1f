/** The percent-decoded text; unchanged where it is not validly encoded, since authors write both. */
export function percentDecoded(text: string): string {
  return decodedBy(decodeURIComponent, text);
}

/** The same of a whole address: signs that divide its parts, such as `%2F`, stay encoded. */
export function addressDecoded(address: string): string {
  return decodedBy(decodeURI, address);
}

function decodedBy(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
