/** An obstacle to starting that a person can remove: the message says what and how, so it is printed without a stack. */
export class SetupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetupError';
  }
}
