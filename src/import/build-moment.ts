/** The moment of a build, which decides about notes that are published at a date. */

/**
 * Milliseconds since 1970: `SOURCE_DATE_EPOCH` (seconds, see reproducible-builds.org), with which the
 * same notes give the same site on any day, else now.
 */
export function buildMoment(environment: NodeJS.ProcessEnv = process.env): number {
  const written = environment['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,12}$/.test(written) ? Number(written) * 1000 : Date.now();
}
