/**
 * The terms of use in force, by the day they were written on: what a person accepts when she joins is kept under this.
 * Whoever changes the texts of `terms.…` in a way that matters to people gives them a new day.
 */
export const TERMS_VERSION = '2026-11-30';
