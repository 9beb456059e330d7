import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface DatabaseFacts {
  version: string;
  /** Bytes on disk. */
  bytes: number;
}

/** What the database says of itself. */
@Injectable()
export class SystemQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async database(): Promise<DatabaseFacts> {
    const [facts] = await this.uow.query<DatabaseFacts>(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes`,
    );
    if (!facts) throw new Error('the database says nothing of itself');
    return facts;
  }
}
