import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A country a centre serves; a country has one centre at a time. */
@Entity('centre_country')
@Index('uq_centre_country_active', ['country'], { unique: true, where: 'active' })
@Check('ck_centre_country_country', `country ~ '^[A-Z]{2}$'`)
export class CentreCountryEntity {
  @PrimaryColumn({ name: 'centre_id', type: 'uuid', primaryKeyConstraintName: 'pk_centre_country' })
  @ForeignKey('CentreEntity', { name: 'fk_centre_country_centre', onDelete: 'CASCADE' })
  centreId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_centre_country' })
  country: string;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @Column({ type: 'timestamptz', default: () => 'gate_now()' })
  since: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
