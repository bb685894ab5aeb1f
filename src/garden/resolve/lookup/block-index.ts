/** Blocks by the ids that are unique in the garden: Logseq's uuids. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Block } from '../../note.ts';
import type { KnownNote } from './known-note.ts';

export interface FoundBlock {
  readonly known: KnownNote;
  readonly block: Block;
}

export interface BlockIndex {
  readonly blocks: ReadonlyMap<string, FoundBlock>;
  /** 'duplicate-block' at each block whose id belongs to another one. */
  readonly diagnostics: readonly Diagnostic[];
}

/** All blocks with ids; of two with the same id, the published one wins, then the first path. */
export function indexBlocks(notes: readonly KnownNote[]): BlockIndex {
  const blocks = new Map<string, FoundBlock>();
  const diagnostics: Diagnostic[] = [];
  const publishedFirst = [
    ...notes.filter(({ id }) => id !== null),
    ...notes.filter(({ id }) => id === null),
  ];
  for (const known of publishedFirst) {
    if (known.note.dialect !== 'logseq') continue;
    for (const block of known.note.blocks) {
      const id = block.id.toLowerCase();
      if (id === '') continue;
      const first = blocks.get(id);
      if (first) diagnostics.push(duplicateBlock(known, block, first));
      else blocks.set(id, { known, block });
    }
  }
  return { blocks, diagnostics };
}

function duplicateBlock({ note }: KnownNote, block: Block, first: FoundBlock): Diagnostic {
  const keeper = `${first.known.note.path}:${first.block.line}`;
  return {
    code: 'duplicate-block',
    path: note.path,
    line: block.line,
    column: block.column,
    message: `The block id ${block.id} already belongs to “${keeper}”, which references lead to.`,
    hint: 'Give this block another `id::`.',
  };
}
