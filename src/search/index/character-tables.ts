/** What the index knows of Chinese characters, kept: to make it takes as long as to index an edited page. */
import { readKept, writeKept } from '../../system/kept-value.ts';
import { commonCharacters } from '../cut/traditional.ts';
import { packSounds } from '../query/sounds.ts';
import { soundOf } from './characters.ts';
import { knowSimplified, simplifiedCharacters } from './simplified.ts';

export interface CharacterTables {
  /** The simplified character of each traditional one. */
  readonly simplified: ReadonlyMap<string, string>;
  /** What `packSounds` makes of all common characters. */
  readonly sounds: string;
}

/** Takes the tables from a file, or makes them. */
export async function openTables(location: string): Promise<CharacterTables> {
  const known = await readKept<CharacterTables>(location);
  if (known !== null) {
    knowSimplified(known.simplified);
    return known;
  }
  const sounds = packSounds(commonCharacters(), soundOf);
  const tables = { simplified: simplifiedCharacters(), sounds };
  await writeKept(location, tables);
  return tables;
}
