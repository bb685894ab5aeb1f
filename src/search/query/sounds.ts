/** Chinese characters by their sound, as the indexer packs them and the browser reads them. */

/** Gives the sound of a character without its tone; '' for one that is not in the table. */
export type SoundOf = (character: string) => string;

/** A line for each sound: 'xing 形性型'. */
export function packSounds(characters: Iterable<string>, soundOf: SoundOf): string {
  const bySound = Map.groupBy(characters, soundOf);
  const lines = [...bySound].map(
    ([sound, alike]) => `${sound} ${[...new Set(alike)].sort().join('')}`,
  );
  return lines.sort().join('\n');
}

export function unpackSounds(packed: string): SoundOf {
  const sounds = new Map<string, string>();
  for (const line of packed.split('\n')) {
    const [sound = '', alike = ''] = line.split(' ');
    for (const character of alike) sounds.set(character, sound);
  }
  return (character) => sounds.get(character) ?? '';
}
