import { type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { survivesBreaking } from './lent-connections.js';

/** An entity class. */
export type EntityClass = new () => object;

/**
 * One pool of ten connections; with the queue's and the keeper's own a process stays below thirty.
 * `synchronize` is nowhere: the schema comes from the migrations alone.
 */
export const dataSourceOptions = (url: string, entities: readonly EntityClass[] = []): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize: 10,
  entities: [...entities],
  migrations,
  migrationsTableName: 'schema_migration',
  migrationsTransactionMode: 'each',
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  applicationName: 'gate',
  // An idle connection that dies must not take the process with it.
  poolErrorHandler: () => undefined,
  extra: survivesBreaking,
});
