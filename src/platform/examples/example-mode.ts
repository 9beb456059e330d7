import type { Config } from '../config/config.js';
import { isLoopback } from '../config/address.js';

export interface ExampleSituation {
  readonly config: Pick<Config, 'examples' | 'databaseUrl' | 'nodeEnv' | 'host'>;
  /** The database was made by this very start. */
  readonly created: boolean;
  /** What the start that made the database noted; undefined when it noted nothing. */
  readonly noted: boolean | undefined;
}

export interface ExampleMode {
  readonly on: boolean;
  /** To be noted beside a database made by this start, for the starts that follow. */
  readonly note: boolean | undefined;
}

/**
 * Whether the example exchange is loaded and shown (DESIGN 9; docs/adr/0001-example-database-stays-one.md).
 * GATE_EXAMPLES decides when it is set. Otherwise it is on for an embedded database that a plain start made, at this start and at
 * later ones, and never in production, on a database of one's own or on an address that others reach.
 */
export function exampleMode({ config, created, noted }: ExampleSituation): ExampleMode {
  const plain = config.databaseUrl === undefined && config.nodeEnv !== 'production' && isLoopback(config.host);
  const note = created ? plain && config.examples !== false : undefined;
  return { on: config.examples ?? (plain && (note ?? noted ?? false)), note };
}
