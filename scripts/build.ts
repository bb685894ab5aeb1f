/** The command `npm run build`: writes the static site of the notes. */
import { build } from '../src/command/build.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => build(process.argv.slice(2), process.env));
