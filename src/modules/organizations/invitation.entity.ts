import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MemberRole } from '../../kernel/actor.js';

/** A place in an organization offered to a mail address. Open until it is accepted, withdrawn or past its date. */
@Entity('invitation')
@Unique('uq_invitation_token_hash', ['tokenHash'])
@Index('uq_invitation_open', ['organizationId', 'email'], { unique: true, where: 'accepted_at IS NULL AND withdrawn_at IS NULL' })
@Check('ck_invitation_role', `role IN ('viewer', 'editor', 'manager')`)
export class InvitationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_invitation' })
  id: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  @ForeignKey('OrganizationEntity', { name: 'fk_invitation_organization', onDelete: 'CASCADE' })
  organizationId: string;

  /** Lower case. */
  @Column('text')
  email: string;

  @Column('text')
  role: MemberRole;

  /** Hands the organization over: it has no user yet, and who accepts is its first manager and contact. */
  @Column({ type: 'boolean', default: false })
  claim: boolean;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash: string;

  @Column({ name: 'invited_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_invitation_invited_by', onDelete: 'CASCADE' })
  invitedBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Column({ name: 'accepted_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'fk_invitation_accepted_by', onDelete: 'SET NULL' })
  acceptedBy: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
