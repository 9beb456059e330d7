import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../kernel/actor.js';
import { invalid, notFound } from '../../kernel/errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ImportMappingEntity } from './import-mapping.entity.js';
import type { Collection } from './collections.js';
import type { ColumnMapping } from './import-run.entity.js';
import type { MappingsView } from './import.schemas.js';

/** Names of columns that a person has used before. Her own: they say how her spreadsheets look, and nothing of the exchange. */
@Injectable()
export class ImportMappings {
  constructor(private readonly uow: UnitOfWork) {}

  async list({ personId }: PersonActor): Promise<MappingsView> {
    const rows = await this.uow.manager.find(ImportMappingEntity, { where: { personId }, order: { collection: 'ASC', name: 'ASC' } });
    return { items: rows.map(({ id, collection, name, columns }) => ({ id, collection, name, columns })) };
  }

  /** @throws DomainError `request.invalid` (400) for a name that is not known. */
  async find({ personId }: PersonActor, collection: Collection, name: string): Promise<ColumnMapping> {
    const found = await this.uow.manager.findOneBy(ImportMappingEntity, { personId, collection, name });
    if (found) return found.columns;
    throw invalid([
      { path: 'mapping', code: 'unknown', message: `Nothing is remembered for ${collection} as "${name}": give the columns.` },
    ]);
  }

  /** In the place of what was kept under the name. Joins the caller's unit of work. */
  async keep({ personId }: PersonActor, collection: Collection, name: string, columns: ColumnMapping): Promise<void> {
    await this.uow.query(
      `INSERT INTO import_mapping (id, person_id, collection, name, columns) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id, collection, name) DO UPDATE SET columns = excluded.columns`,
      [randomUUID(), personId, collection, name, columns],
    );
  }

  /** @throws DomainError `mapping.not-found` (404). */
  async remove({ personId }: PersonActor, id: string): Promise<void> {
    const { affected } = await this.uow.manager.delete(ImportMappingEntity, { id, personId });
    if (affected === 0) throw notFound('mapping');
  }
}
