/** The line of a note that makes its old address lead to its new one. Pure. */
import { slugOf } from '../../garden/resolve/address/slug.ts';
import type { SnapshotNote } from './snapshot.ts';

/**
 * An alias of the old name in the syntax of the note's program. `before` had the address, `after` is the
 * note that has its content now.
 */
export function redirectLine(before: SnapshotNote, after: SnapshotNote): string {
  const address = before.permalink.replace(/^\/|\/$/g, '');
  const name = before.title !== '' && slugOf(before.title) === address ? before.title : address;
  return after.dialect === 'logseq' ? `alias:: ${name}` : `aliases: [${quoted(name)}]`;
}

/** A string of YAML's flow style; plain where no sign in it means something. */
function quoted(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} /._-]*$/u.test(name) && !/^[\d.]+$/.test(name)
    ? name
    : JSON.stringify(name);
}
