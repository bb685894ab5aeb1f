/** The command `npm run diff -- OLD [NEW]`: what two versions of the notes make different on the site. */
import { diff } from '../src/command/diff/diff.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => diff(process.argv.slice(2), process.env));
