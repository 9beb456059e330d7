import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A one-time link to set a password; only the hash of its token is kept. */
@Entity('welcome_link')
export class WelcomeLinkEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'text', primaryKeyConstraintName: 'pk_welcome_link' })
  tokenHash: string;

  @Column('text')
  email: string;

  /** Whoever uses it becomes an administrator. */
  @Column({ type: 'boolean', default: false })
  administrator: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
