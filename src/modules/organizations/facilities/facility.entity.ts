import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A themed window of the exchange with its own countries, sectors and rules; `global` is the exchange itself. */
@Entity('facility')
@Check('ck_facility_code', `code ~ '^[a-z][a-z0-9-]{1,39}$'`)
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

  @Column({ type: 'boolean', default: true })
  active: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
