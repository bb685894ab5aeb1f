/** The command `npm run check:site`: checks a built site. */
import { checkBuiltSite } from '../src/command/check-built-site.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => checkBuiltSite(process.argv.slice(2), process.env));
