/** A day as the three fields of a form. */
export function dayIn(name: string, day: string | null): Record<string, string> {
  if (day === null) return {};
  const [year, month, date] = day.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: date ?? '', [`${name}-month`]: month ?? '', [`${name}-year`]: year ?? '' };
}
