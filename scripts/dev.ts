/** The command `npm run dev`: serves the garden and shows each saved note. */
import { dev } from '../src/command/dev.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => dev(process.argv.slice(2), process.env));
