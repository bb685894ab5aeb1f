/** What a build says of an MDX note whose code throws: its page is shown without the components. */
export function failure(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `${path}: its MDX is shown without components, since it fails: ${reason}`;
}
