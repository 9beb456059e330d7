import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

const key = { primaryKeyConstraintName: 'pk_idempotency_key' } as const;

/** A request that may be sent again: what it was and what came of it (see IdempotencyKeys). */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn({ name: 'actor_id', type: 'uuid', ...key })
  actorId: string;

  /** The nil id when the actor acts for none. */
  @PrimaryColumn({ name: 'organization_id', type: 'uuid', ...key })
  organizationId: string;

  @PrimaryColumn({ type: 'text', ...key })
  method: string;

  @PrimaryColumn({ type: 'text', ...key })
  path: string;

  @PrimaryColumn({ type: 'text', ...key })
  key: string;

  @Column({ name: 'body_hash', type: 'text' })
  bodyHash: string;

  @Column({ type: 'smallint', nullable: true })
  status: number | null;

  @Column({ name: 'resource_id', type: 'text', nullable: true })
  resourceId: string | null;

  @Index('ix_idempotency_key_created_at')
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
