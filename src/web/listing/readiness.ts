/** Readiness levels 1 to 9, in the four words people use for them. */
export const READINESS = { idea: [1, 2], laboratory: [3, 4], tested: [5, 6, 7], regular: [8, 9] } as const;
export type Readiness = keyof typeof READINESS;
export const READINESS_WORDS = Object.keys(READINESS) as Readiness[];

/** The word for a level. */
export const readinessOf = (level: number): Readiness =>
  READINESS_WORDS.find((word) => (READINESS[word] as readonly number[]).includes(level)) ?? 'idea';
