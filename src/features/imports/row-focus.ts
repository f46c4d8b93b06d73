const rowsShown = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-import-row]')];

/** The words of what was pressed, by which it is found again where the row stays. */
export const pressed = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;

/**
 * Where the focus goes once a row was changed and what was pressed may be gone: to the same control, otherwise into the same row or the next one,
 * otherwise to what tells how many are left. Whoever has gone on elsewhere meanwhile is left there.
 */
export function focusAfter(row: number, label: string | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const rows = rowsShown();
  const next = rows.find((one) => Number(one.dataset['importRow']) >= row) ?? rows.at(-1);
  const controls = [...(next?.querySelectorAll<HTMLElement>('input, button') ?? [])];
  const same = label === null ? undefined : controls.find((control) => control.getAttribute('aria-label') === label);
  const first = controls.find((control) => !control.matches('[type="checkbox"]')) ?? controls[0];
  (same ?? first ?? document.querySelector<HTMLElement>('[data-import-counts] [aria-pressed="true"]'))?.focus();
}
