/** Wrong use of a command, or a machine that cannot run it: one clear sentence, exit code 2. */
export class UsageError extends Error {}
