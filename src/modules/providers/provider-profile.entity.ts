import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization says of itself as a provider; made by its first edit, which takes version 0 to 1. */
@Entity('provider_profile')
export class ProviderProfileEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid', primaryKeyConstraintName: 'pk_provider_profile' })
  @ForeignKey('OrganizationEntity', { name: 'fk_provider_profile_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @Column({ type: 'text', nullable: true })
  statement: string | null;

  /** DAC CRS purpose codes. */
  @Column({ type: 'text', array: true })
  sectors: string[];

  /** Countries (`KE`), groups (`group:LDC`) and regions (`region:014`) it works for; empty: no restriction. */
  @Column({ type: 'text', array: true })
  serves: string[];

  @Column({ type: 'integer', default: 0 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'gate_now()' })
  updatedAt: Date;
}
