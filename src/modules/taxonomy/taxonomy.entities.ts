import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('code_list_item')
@Check('ck_code_list_item_status', `status IN ('active', 'withdrawn')`)
@Check('ck_code_list_item_dates', 'valid_from < valid_to')
export class CodeListItemEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_code_list_item' }) scheme: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_code_list_item' }) code: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) parent: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { default: 'active' }) status: string;
  @Column('jsonb') names: Record<string, string>;
  @Column('jsonb', { default: {} }) extra: Record<string, string>;
  @Column('text') source: string;
}

@Entity('country_group_member')
@Check('ck_country_group_member_dates', 'valid_from < valid_to')
export class CountryGroupMemberEntity {
  @PrimaryColumn('text', { name: 'group_code', primaryKeyConstraintName: 'pk_country_group_member' }) group: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_country_group_member' }) country: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_country_group_member' }) position: number;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text') source: string;
}

@Entity('currency_rate')
@Check('ck_currency_rate_positive', 'usd_per_unit > 0')
export class CurrencyRateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_currency_rate' }) currency: string;
  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'pk_currency_rate' }) validFrom: string;
  @Column('double precision', { name: 'usd_per_unit' }) usdPerUnit: number;
  @Column('text') source: string;
  @Column('boolean', { default: false }) edited: boolean;
}

@Entity('taxonomy_state')
@Check('ck_taxonomy_state_singleton', 'singleton')
export class TaxonomyStateEntity {
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'pk_taxonomy_state', default: true }) singleton: boolean;
  @Column('text', { name: 'files_hash', default: '' }) filesHash: string;
  @Column('integer', { default: 0 }) revision: number;
  /** The last day for which changes of group membership were told. */
  @Column('date', { name: 'groups_day' }) groupsDay: string;
}

/** An item as an administrator set it, from a day on. Rows are never changed; one whose day has not come may be withdrawn. */
@Entity('code_list_version')
@Index('ix_code_list_version_item', ['scheme', 'code', 'effective'])
@Check('ck_code_list_version_status', `status IN ('active', 'withdrawn')`)
@Check('ck_code_list_version_dates', 'valid_from < valid_to')
export class CodeListVersionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_code_list_version' }) id: string;
  @Column('text') scheme: string;
  @Column('text') code: string;
  @Column('date') effective: string;
  @Column('text', { nullable: true }) parent: string | null;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('text', { default: 'active' }) status: string;
  @Column('jsonb') names: Record<string, string>;
  @Column('jsonb', { default: {} }) extra: Record<string, string>;
  @Column('text') source: string;
  /** What held on its first day when it was set; null where the code is new. */
  @Column('jsonb', { nullable: true }) before: unknown;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('timestamptz', { name: 'set_at', default: () => 'clock_timestamp()' }) setAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}

/** When a country belongs to a group, as an administrator set it: the last version replaces the shipped rows of the pair. */
@Entity('country_group_version')
@Index('ix_country_group_version_member', ['group', 'country', 'setAt'])
export class CountryGroupVersionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_country_group_version' }) id: string;
  @Column('text', { name: 'group_code' }) group: string;
  @Column('text') country: string;
  @Column('jsonb') periods: unknown;
  @Column('text') source: string;
  @Column('jsonb', { default: [] }) before: unknown;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('timestamptz', { name: 'set_at', default: () => 'clock_timestamp()' }) setAt: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
}

export const taxonomyEntities = [
  CodeListItemEntity,
  CodeListVersionEntity,
  CountryGroupMemberEntity,
  CountryGroupVersionEntity,
  CurrencyRateEntity,
  TaxonomyStateEntity,
];
