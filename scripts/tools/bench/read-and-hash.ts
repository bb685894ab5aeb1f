/** The floor of every build: reads and hashes all files below a folder. */
import { digestOf, listFiles, mapFiles, readBytes } from '../../../src/system/disk.ts';

const files = await listFiles(process.argv[2] ?? '.');
await mapFiles(files, async ({ location }) => digestOf(await readBytes(location)));
