import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person who reviews for the centre of a country. Ending keeps the row, so the record says who was officer when. */
@Entity('country_officer')
@Index('ix_country_officer_country', ['country'], { where: 'active' })
@Check('ck_country_officer_country', `country ~ '^[A-Z]{2}$'`)
export class CountryOfficerEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_country_officer' })
  @ForeignKey('PersonEntity', { name: 'fk_country_officer_person', onDelete: 'CASCADE' })
  personId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_country_officer' })
  country: string;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  /** Those she reviews in; empty: the one she reads GATE in. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages: string[];

  @Column({ name: 'appointed_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_country_officer_appointed_by', onDelete: 'SET NULL' })
  appointedBy: string | null;

  @Column({ name: 'appointed_at', type: 'timestamptz', default: () => 'gate_now()' })
  appointedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
