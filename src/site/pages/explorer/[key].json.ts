import type { APIRoute } from 'astro';
import { site } from '../../../settings/site.ts';
import { plainHref } from '../../address.ts';
import { type Folder, foldersOf } from '../../explorer.ts';
import { readNotes } from '../../records.ts';

export function getStaticPaths() {
  return foldersOf(readNotes(), site.nav).map((folder) => ({
    params: { key: folder.key },
    props: { folder },
  }));
}

/** One folder of the explorer, as `browser/explorer.ts` reads it. */
export const GET: APIRoute<{ folder: Folder }> = ({ props }) =>
  Response.json({
    folders: props.folder.folders.map(({ permalink, ...folder }) =>
      permalink === undefined ? folder : { ...folder, href: plainHref(permalink) },
    ),
    notes: props.folder.notes.map(({ title, permalink }) => [title, plainHref(permalink)]),
    ...(props.folder.pinned && {
      pinned: props.folder.pinned.map(({ title, permalink }) => [title, plainHref(permalink)]),
    }),
  });
