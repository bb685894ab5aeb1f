/** What a reader asks for with a modifier key belongs to the browser. */

type Keys = Readonly<Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>>;

/** Whether a browser opens a clicked link in another tab or window. */
export function opensElsewhere({ ctrlKey, metaKey, shiftKey }: Keys): boolean {
  return ctrlKey || metaKey || shiftKey;
}

/** Whether a key is a command and not a character; Shift alone types another character. */
export function isCommand({ ctrlKey, metaKey, altKey }: Keys): boolean {
  return ctrlKey || metaKey || altKey;
}

/** Whether any modifier is held: also Shift, by which arrows and Space do something else. */
export function isModified(keys: Keys): boolean {
  return isCommand(keys) || keys.shiftKey;
}
