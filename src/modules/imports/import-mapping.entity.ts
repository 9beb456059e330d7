import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Collection } from './collections.js';
import type { ColumnMapping } from './import-run.entity.js';

/** How the columns of somebody's tables are called, kept under a name for the next one. */
@Entity('import_mapping')
@Unique('uq_import_mapping_name', ['personId', 'collection', 'name'])
@Check('ck_import_mapping_collection', `collection IN ('offers', 'needs')`)
export class ImportMappingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_import_mapping' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_import_mapping_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  collection: Collection;

  @Column('text')
  name: string;

  @Column({ type: 'jsonb' })
  columns: ColumnMapping;
}
