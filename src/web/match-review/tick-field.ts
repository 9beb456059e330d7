/** Name of the box that confirms a line of the checklist. */
export const tickField = (key: string): string => `ticks.${key}`;
