/** The command `npm run doctor`: says what a build would publish and why not the rest. */
import { doctor } from '../src/command/doctor.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => doctor(process.argv.slice(2), process.env));
