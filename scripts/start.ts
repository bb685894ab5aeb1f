/** The command `npm start`: builds the site and serves it. */

import { runCommand } from '../src/command/run-command.ts';
import { start } from '../src/command/start.ts';

await runCommand(() => start(process.argv.slice(2), process.env));
