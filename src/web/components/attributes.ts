/** Further attributes of a component's main element: `lang`, `maxlength`, `data-*` and such. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** What a condition leaves when it does not hold. */
type Nothing = false | 0 | 0n | null | undefined;

/** The names that are there, as one `class`. */
export const classes = (...names: (string | Nothing)[]): string => names.filter(Boolean).join(' ');
