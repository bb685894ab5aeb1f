/** The command `npm run upgrade`: merges the engine's next release; the notes stay as they are. */
import { fileURLToPath } from 'node:url';
import { runCommand } from '../src/command/run-command.ts';
import { upgrade } from '../src/command/upgrade/upgrade.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
await runCommand(() => upgrade(process.argv.slice(2), process.env, project));
