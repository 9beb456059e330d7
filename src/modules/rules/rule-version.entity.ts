import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A rule as an administrator set it. Rows are never changed; one whose day has not come may be withdrawn. */
@Entity('rule_version')
@Index('ix_rule_version_rule', ['rule', 'validFrom'])
export class RuleVersionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_rule_version' })
  id: string;

  @Column('text')
  rule: string;

  /** Null: for every facility that has no value of its own. */
  @Column({ type: 'text', nullable: true })
  @ForeignKey('FacilityEntity', { name: 'fk_rule_version_facility', onDelete: 'RESTRICT' })
  facility: string | null;

  @Column('jsonb')
  value: unknown;

  /** First day it holds; until the next version's. */
  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'set_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_rule_version_set_by', onDelete: 'SET NULL' })
  setBy: string | null;

  @Column({ name: 'set_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  setAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}

export const rulesEntities = [RuleVersionEntity];
