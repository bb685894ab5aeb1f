/** Chinese characters by pronunciation: the format that the indexer writes and the browser reads. */

/** The pronunciation of a character without tone; '' for a character that is not in the table. */
export type SoundOf = (character: string) => string;

/** The table as text, a line for each pronunciation: 'xing 形性型'. */
export function packSounds(characters: Iterable<string>, soundOf: SoundOf): string {
  const bySound = Map.groupBy(characters, soundOf);
  const lines = [...bySound].map(
    ([sound, alike]) => `${sound} ${[...new Set(alike)].sort().join('')}`,
  );
  return lines.sort().join('\n');
}

/** Reads the table that `packSounds` wrote. */
export function unpackSounds(packed: string): SoundOf {
  const sounds = new Map<string, string>();
  for (const line of packed.split('\n')) {
    const [sound = '', alike = ''] = line.split(' ');
    for (const character of alike) sounds.set(character, sound);
  }
  return (character) => sounds.get(character) ?? '';
}
