import type { ClientBase } from 'pg';

/**
 * Goes into the options of every pool. pg-pool listens to idle connections alone, and who borrows one listens a moment later or not at all:
 * an error in between would end the process. Nothing is lost by not hearing it, for the next statement on that connection fails.
 */
export const survivesBreaking = {
  onConnect: (connection: ClientBase): void => void connection.on('error', () => undefined),
};
