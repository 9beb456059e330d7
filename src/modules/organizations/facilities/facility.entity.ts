import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A themed window of the exchange with its own countries, sectors and rules; `global` is the exchange itself. */
@Entity('facility')
@Check('ck_facility_code', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
@Check('ck_facility_days', 'closes >= opens')
export class FacilityEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_facility' })
  code: string;

  /** By language; at least `en`. */
  @Column('jsonb')
  names: Record<string, string>;

  /** Countries, dated groups and regions it is for; empty: all. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  places: string[];

  /** CRS codes of any depth it is for; empty: all. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  sectors: string[];

  /** Ids of the centres that look after it. */
  @Column({ type: 'uuid', array: true, default: () => `'{}'` })
  centres: string[];

  /** First and last day that listings may enter it; null: no limit. */
  @Column({ type: 'date', nullable: true })
  opens: string | null;

  @Column({ type: 'date', nullable: true })
  closes: string | null;

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
