/** The command `npm run check`: what is wrong in the notes, all of it or what a change made so. */
import { check } from '../src/command/check/check.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => check(process.argv.slice(2), process.env));
