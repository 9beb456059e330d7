import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { rmSync } from 'node:fs';
import type pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import type { AppConfig } from '../../src/platform/config/config.js';
import type { EntityClass } from '../../src/platform/database/data-source.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { testConfig } from './config.js';
import { cloneDatabase, connect, type TestDatabase } from './database.js';

export interface MediumOptions {
  modules?: (Type | DynamicModule)[];
  providers?: Provider[];
  config?: Partial<AppConfig>;
  /** One that is there already, which the caller drops; a clone of its own otherwise. */
  database?: Pick<TestDatabase, 'url' | 'ownerUrl'>;
}

/** Some modules over a real database of their own, without HTTP and without workers. */
export interface MediumContext {
  readonly module: TestingModule;
  readonly config: AppConfig;
  readonly database: Pick<TestDatabase, 'url' | 'ownerUrl'>;
  readonly uow: UnitOfWork;
  /** As gate_owner, for preparing and looking at rows. */
  readonly sql: pg.Client;
  get<T>(type: Type<T> | symbol | string): T;
  /** Moves business time, e.g. by `'40 days'`; counted from the real now, not from the last shift. */
  shiftClock(interval: string): Promise<void>;
  close(): Promise<void>;
}

export async function mediumContext({
  modules = [],
  providers = [],
  config: change = {},
  database: given,
}: MediumOptions = {}): Promise<MediumContext> {
  const cloned = given ? undefined : await cloneDatabase();
  const database = given ?? cloned!;
  const sql = await connect(database.ownerUrl);
  const config = testConfig(database.url, { role: 'web', ...change });
  // Every entity this test file has loaded: a module under test brings its own along.
  const entities = getMetadataArgsStorage().tables.map((table) => table.target as EntityClass);
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, { entities, partial: true }), ...modules],
    providers,
  }).compile();
  await module.init();
  return {
    module,
    config,
    database,
    uow: module.get(UnitOfWork, { strict: false }),
    sql,
    get: (type) => module.get(type, { strict: false }),
    shiftClock: async (interval) => void (await sql.query('UPDATE business_clock SET shift = $1', [interval])),
    close: async () => {
      await module.close();
      await sql.end();
      await cloned?.drop();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}
