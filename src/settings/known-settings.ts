/** The settings as JSON Schema has them: what there is at a path, for messages, editors and the guide. */
import { z } from 'zod';
import { ownValue } from '../garden/own-value.ts';
import { settingsSchema } from './schema.ts';

/** A setting, or a group of them. */
export interface KnownSetting {
  readonly description?: string;
  /** What may be written, as a part of the sentence “title is …”. */
  readonly values?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, KnownSetting>>;
  readonly items?: KnownSetting;
  readonly additionalProperties?: KnownSetting | false;
}

/** The root of all settings. */
export const knownSettings = z.toJSONSchema(settingsSchema, { io: 'input' }) as KnownSetting;

/** What is known of a path such as ['theme', 'fonts', 'text']; undefined where nothing may stand. */
export function settingAt(path: readonly PropertyKey[]): KnownSetting | undefined {
  let here: KnownSetting | undefined = knownSettings;
  for (const key of path) here = below(here, key);
  return here;
}

function below(setting: KnownSetting | undefined, key: PropertyKey): KnownSetting | undefined {
  if (typeof key === 'number') return setting?.items;
  const own = setting?.properties;
  return (own && ownValue(own, String(key))) || setting?.additionalProperties || undefined;
}
