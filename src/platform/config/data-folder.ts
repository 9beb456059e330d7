import { accessSync, constants, mkdirSync } from 'node:fs';
import { SetupError } from './setup-error.js';

/**
 * Makes the data folder where it is missing: others pass through (PostgreSQL's user has to, when we are root) and cannot list it.
 * @throws SetupError when it cannot be made or written.
 */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new SetupError(
      `The data folder ${folder} cannot be written by this user: start as its owner, or set GATE_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}
