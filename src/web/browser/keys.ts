// Where a person has asked for them, single keys lead through the pages of a desk. They move and open; a decision is pressed by its button.

const WRITES = 'input, textarea, select, [contenteditable]';

export function keys(frame: HTMLElement): void {
  const acts = JSON.parse(frame.dataset['keys'] ?? '{}') as Partial<Record<string, string>>;
  const help = frame.querySelector('details');
  document.addEventListener('keydown', (event) => {
    // With other keys held they belong to the browser or to a screen reader; in a field they are letters.
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || (event.target as Element).closest(WRITES)) return;
    const act = acts[event.key.toLowerCase()];
    if (act === undefined) return;
    if (act === 'help' && help) help.open = true;
    const goal = act === 'help' ? help?.querySelector('summary') : goalOf(act);
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    if (goal instanceof HTMLAnchorElement && goal.dataset['key'] !== 'row') goal.click();
  });
}

/** The next or previous line of a list; else what the page has marked. */
function goalOf(act: string): HTMLElement | null | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-key=row]')];
  if (rows.length === 0 || (act !== 'next' && act !== 'previous')) return document.querySelector<HTMLElement>(`[data-key=${act}]`);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  return act === 'next' ? rows[at + 1] : rows[at < 0 ? rows.length - 1 : at - 1];
}
