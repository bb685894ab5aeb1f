/**
 * The milliseconds since 1970 of an ISO date or date-time; NaN of what is none. One without a zone is in
 * UTC, so that a build does not depend on where it runs.
 */
export function momentOf(iso: string): number {
  const isDay = !iso.includes('T');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso);
  return Date.parse(isDay || hasZone ? iso : `${iso}Z`);
}
