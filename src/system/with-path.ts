/** Says which file could not be written. */

/**
 * Runs what writes `path`. An error of the system without a path, such as ENOSPC of a write into an
 * open file, gets this one.
 */
export function withPath<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && !('path' in error)) {
      Object.assign(error, { path });
    }
    throw error;
  }
}
