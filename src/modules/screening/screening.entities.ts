import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A list of names to look out for, as last imported. Level 5. */
@Entity('screening_list')
@Unique('uq_screening_list_name', ['name'])
export class ScreeningListEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_screening_list' })
  id: string;

  @Column('text')
  name: string;

  /** The day its publisher gave it. */
  @Column({ name: 'as_of', type: 'date' })
  asOf: string;

  @Column({ name: 'imported_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_screening_list_imported_by', onDelete: 'RESTRICT' })
  importedBy: string;

  @Column({ name: 'imported_at', type: 'timestamptz', default: () => 'gate_now()' })
  importedAt: Date;
}

@Entity('screening_entry')
export class ScreeningEntryEntity {
  @PrimaryColumn({ name: 'list_id', type: 'uuid', primaryKeyConstraintName: 'pk_screening_entry' })
  @ForeignKey('ScreeningListEntity', { name: 'fk_screening_entry_list', onDelete: 'CASCADE' })
  listId: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_screening_entry' })
  position: number;

  /** The name first, then its aliases. */
  @Column({ type: 'text', array: true })
  names: string[];

  @Column({ type: 'text', nullable: true })
  country: string | null;
}

export const HIT_STATUSES = ['open', 'cleared', 'confirmed'] as const;
export type HitStatus = (typeof HIT_STATUSES)[number];

/** A name on a list that is like an organization's, and what a person decided about it. One a pair of names, for ever. */
@Entity('screening_hit')
@Unique('uq_screening_hit_pair', ['organizationId', 'nameKey', 'entryKey'])
@Index('ix_screening_hit_status', ['status', 'foundAt', 'id'])
@Check('ck_screening_hit_status', `status IN ('open', 'cleared', 'confirmed')`)
@Check('ck_screening_hit_decided', `(status = 'open') = (decided_at IS NULL)`)
export class ScreeningHitEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_screening_hit' })
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_screening_hit_organization', onDelete: 'CASCADE' })
  organizationId: string;

  /** The organization's name as it was compared, and the entry's list, name and country. */
  @Column({ name: 'name_key', type: 'text' })
  nameKey: string;

  @Column({ name: 'entry_key', type: 'text' })
  entryKey: string;

  @Column({ name: 'list_name', type: 'text' })
  listName: string;

  @Column({ name: 'listed_name', type: 'text' })
  listedName: string;

  @Column({ name: 'listed_country', type: 'text', nullable: true })
  listedCountry: string | null;

  @Column('real')
  likeness: number;

  @Column({ type: 'text', default: 'open' })
  status: HitStatus;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'found_at', type: 'timestamptz', default: () => 'gate_now()' })
  foundAt: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_screening_hit_decided_by', onDelete: 'RESTRICT' })
  decidedBy: string | null;
}

export const screeningEntities = [ScreeningListEntity, ScreeningEntryEntity, ScreeningHitEntity];
