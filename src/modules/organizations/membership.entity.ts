import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../../kernel/actor.js';

@Entity('membership')
@Index('ix_membership_person', ['personId'])
@Check('ck_membership_role', `role IN ('viewer', 'editor', 'manager')`)
export class MembershipEntity {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid', primaryKeyConstraintName: 'pk_membership' })
  @ForeignKey('OrganizationEntity', { name: 'fk_membership_organization', onDelete: 'CASCADE' })
  organizationId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_membership' })
  @ForeignKey('PersonEntity', { name: 'fk_membership_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  role: MemberRole;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;
}
