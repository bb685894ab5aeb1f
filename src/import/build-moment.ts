/** The moment of a build, for notes that are published at a date and for queries about days. */

/**
 * Milliseconds since 1970: `SOURCE_DATE_EPOCH` (seconds, see reproducible-builds.org), with which the
 * same notes give the same site on any day, else now.
 */
export function buildMoment(environment: NodeJS.ProcessEnv = process.env): number {
  const written = environment['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,12}$/.test(written) ? Number(written) * 1000 : Date.now();
}

/** The day of the build as an ISO date, for queries that ask for it. */
export function buildDay(): string {
  return new Date(buildMoment()).toISOString().slice(0, 10);
}
