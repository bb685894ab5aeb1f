/** The command `npm run doctor`: reports what a build would publish, and why it leaves out the rest. */
import { doctor } from '../src/command/doctor.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => doctor(process.argv.slice(2), process.env));
