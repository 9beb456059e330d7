/** The two checks that hold for a time, each with the columns of an organization that keep its time. */
export const PERIODS = [
  { level: 'verified', since: 'verified_since', until: 'verified_until', reminded: 'reverify_reminded' },
  { level: 'due_diligence', since: 'due_diligence_since', until: 'due_diligence_until', reminded: 'due_diligence_reminded' },
] as const;
export type Period = (typeof PERIODS)[number];
export type PeriodLevel = Period['level'];
