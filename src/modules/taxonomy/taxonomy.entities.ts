import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

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
  @Column('boolean', { default: false }) edited: boolean;
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
  @Column('boolean', { default: false }) edited: boolean;
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
}

export const taxonomyEntities = [CodeListItemEntity, CountryGroupMemberEntity, CurrencyRateEntity, TaxonomyStateEntity];
