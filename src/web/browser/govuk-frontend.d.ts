/** The package carries no types; these are the parts we start. */
declare module 'govuk-frontend' {
  type Part = new (root: Element) => object;
  export const Button: Part;
  export const CharacterCount: Part;
  export const ErrorSummary: Part;
  export const NotificationBanner: Part;
  export const PasswordInput: Part;
  export function createAll(part: Part): object[];
}
