const DAY = 86_400_000;

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Whole days from one `YYYY-MM-DD` to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
