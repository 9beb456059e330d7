import { Ground20261123000100 } from './20261123000100-ground.js';

/** In the order they run. A glob would hide a missing one. */
export const migrations = [Ground20261123000100];
