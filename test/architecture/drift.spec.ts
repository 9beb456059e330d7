import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { moduleEntities } from '../../src/app.module.js';
import { dataSourceOptions, type EntityClass } from '../../src/platform/database/data-source.js';
import { platformEntities } from '../../src/platform/platform.module.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/** Tables that no entity describes: the migrator's own. */
const OUTSIDE = ['schema_migration'];

describe('entities and migrations', () => {
  const entities: EntityClass[] = [...platformEntities, ...moduleEntities];
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase();
    source = await new DataSource(dataSourceOptions(database.ownerUrl, entities)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('describe the same schema', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('leave no table without its entity, and no entity out of its module’s list', async () => {
    const rows: { name: string }[] = await source.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
    const described = source.entityMetadatas.map((metadata) => metadata.tableName);
    expect(rows.map(({ name }) => name).filter((name) => !OUTSIDE.includes(name) && !described.includes(name))).toEqual([]);
    const listed = new Set<unknown>(entities);
    expect(
      getMetadataArgsStorage()
        .tables.map(({ target }) => target)
        .filter((target) => !listed.has(target)),
    ).toEqual([]);
  });

  it('name every constraint by the house’s rule', async () => {
    const rows: { name: string }[] = await source.query(
      `SELECT conname AS name FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace WHERE n.nspname = 'public' AND contype <> 'n'
       UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND NOT tgisinternal`,
    );
    // TypeORM names its own table's key by a hash.
    expect(rows.map(({ name }) => name).filter((name) => !/^(pk|fk|uq|ck|ix|tr)_/.test(name) && !name.startsWith('PK_'))).toEqual([]);
  });
});
