import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a file can be part of. */
export const FILE_HOLDERS = ['listing', 'document', 'consent', 'import', 'endorsement'] as const;
export type FileHolderKind = (typeof FILE_HOLDERS)[number];

/** A file that somebody has sent. Its contents are kept under its id; without a holder it goes after a day. */
@Entity('stored_file')
@Index('ix_stored_file_organization', ['organizationId'], { where: 'organization_id IS NOT NULL' })
@Index('ix_stored_file_holder', ['holderId'], { where: 'holder_id IS NOT NULL' })
@Index('ix_stored_file_free', ['uploadedAt'], { where: 'holder_id IS NULL' })
@Check('ck_stored_file_holder', `holder IN (${FILE_HOLDERS.map((kind) => `'${kind}'`).join(', ')})`)
@Check('ck_stored_file_held', '(holder IS NULL) = (holder_id IS NULL)')
@Check('ck_stored_file_bytes', 'bytes > 0')
@Check('ck_stored_file_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class StoredFileEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_stored_file' })
  id: string;

  /** As its sender called it, without folders and invisible marks. */
  @Column('text')
  name: string;

  @Column('text')
  ending: string;

  /** Media type to serve it with. */
  @Column('text')
  type: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  sha256: string;

  /** On whose quota it counts; null until it is part of something. */
  @Column({ name: 'organization_id', type: 'uuid', nullable: true })
  @ForeignKey('OrganizationEntity', { name: 'fk_stored_file_organization', onDelete: 'RESTRICT' })
  organizationId: string | null;

  @Column({ type: 'text', nullable: true })
  holder: FileHolderKind | null;

  @Column({ name: 'holder_id', type: 'uuid', nullable: true })
  holderId: string | null;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_stored_file_uploaded_by', onDelete: 'RESTRICT' })
  uploadedBy: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', default: () => 'gate_now()' })
  uploadedAt: Date;
}
