/** One address of every kind of page in the garden's own notes. */
export const pageKinds = {
  home: '/',
  'an Obsidian note': '/systems/kafka/',
  'a Logseq outline': '/mit/6.824/gfs/',
  'a Chinese note with formulas and side notes': '/学习/cap-与-pacelc/',
  'an MDX note': '/concepts/quorum-sizes/',
  'a journal': '/journals/2026-11-02/',
  'journals by month': '/journals/',
  'a page that nobody wrote': '/mit/',
  'a tag': '/tags/paper/',
  tags: '/tags/',
  'all notes': '/notes/',
  folders: '/_folders/',
  'recent changes': '/recent/',
  'the graph': '/graph/',
  'search with results': '/search/?q=raft',
  'a missing page': '/404.html',
} as const;
