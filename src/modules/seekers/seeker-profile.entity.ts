import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an organization says of itself as a seeker; made by its first edit, which takes version 0 to 1. */
@Entity('seeker_profile')
export class SeekerProfileEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid', primaryKeyConstraintName: 'pk_seeker_profile' })
  @ForeignKey('OrganizationEntity', { name: 'fk_seeker_profile_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @Column({ type: 'text', nullable: true })
  statement: string | null;

  /** DAC CRS purpose codes, categories or groups it looks for help in. */
  @Column({ type: 'text', array: true, default: '{}' })
  sectors: string[];

  @Column({ type: 'integer', default: 0 })
  version: number;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'gate_now()' })
  updatedAt: Date;
}
