/** Injection token of the ExamplesLoader; the module that holds the example exchange provides it. */
export const EXAMPLES_LOADER = Symbol('EXAMPLES_LOADER');

/** Fills an example database. Called after the server listens, at every start in example mode. */
export interface ExamplesLoader {
  /**
   * Loads the example exchange through the services, or does nothing where it is loaded; may be cut short and called again.
   * @returns true when it loaded something now.
   */
  load(): Promise<boolean>;
}

/** Below the data folder, 0600. */
export const DEMO_ACCOUNTS_FILE = 'demo-accounts.json';
