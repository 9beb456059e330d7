import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

export const RHYTHMS = ['off', 'immediate', 'daily', 'weekly'] as const;
/** How often a person hears of what a search has newly found. */
export type Rhythm = (typeof RHYTHMS)[number];

/** A search that somebody wants to hear of again. */
@Entity('saved_search')
@Index('ix_saved_search_person', ['personId', 'createdAt', 'id'])
@Index('ix_saved_search_due', ['lookedAt'], { where: `rhythm <> 'off'` })
@Check('ck_saved_search_rhythm', `rhythm IN ('off', 'immediate', 'daily', 'weekly')`)
export class SavedSearchEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_saved_search' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_saved_search_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  name: string;

  /** As in the address of a search: `q=pump&kind=need`. */
  @Column('text')
  query: string;

  @Column('text')
  rhythm: Rhythm;

  /** What was published up to then she knows. */
  @Column({ name: 'looked_at', type: 'timestamptz', default: () => 'gate_now()' })
  lookedAt: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;
}
