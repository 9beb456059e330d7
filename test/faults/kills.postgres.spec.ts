import { describeKills } from './kills.js';

describe('with the queue in PostgreSQL', () => describeKills('PostgreSQL'));
