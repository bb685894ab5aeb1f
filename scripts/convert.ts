/** The command `npm run convert`: makes notes of what another program exports. */
import { convert } from '../src/command/convert/convert.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => convert(process.argv.slice(2), process.env));
