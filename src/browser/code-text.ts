/** The text of a block of code as one wants to paste it. */

/** A prompt of a shell at the beginning of a line: `$ `, `user@host:~$ `. */
const prompt = /^(?:\S*[@:~]\S*)?\$ /;
/** Languages whose blocks show what was typed and what was answered. */
const consoles = new Set(['console', 'shellsession', 'shell-session', 'terminal']);

/** The code of a block without lines marked as removed; of a console only the commands, without prompts. */
export function codeText(pre: Element): string {
  const lines = [...pre.querySelectorAll('code > .line')];
  const text =
    lines.length === 0
      ? (pre.querySelector('code')?.textContent ?? '')
      : lines
          .filter((line) => !line.classList.contains('remove'))
          .map((line) => line.textContent)
          .join('\n');
  return consoles.has(pre.getAttribute('data-language') ?? '') ? commandsIn(text) : text;
}

/** The commands, with the lines that a backslash joins to them; all of a text without prompts. */
function commandsIn(text: string): string {
  let isCommand = false;
  const commands = text.split('\n').filter((line) => {
    const isTaken = isCommand || prompt.test(line);
    isCommand = isTaken && line.endsWith('\\');
    return isTaken;
  });
  return commands.length === 0 ? text : commands.map((line) => line.replace(prompt, '')).join('\n');
}
