import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** In the database, where every process finds it: the next part may reach another one. */
@Entity('upload_part')
export class UploadPartEntity {
  @PrimaryColumn({ name: 'upload_id', type: 'uuid', primaryKeyConstraintName: 'pk_upload_part' })
  @ForeignKey('UploadEntity', { name: 'fk_upload_part_upload', onDelete: 'CASCADE' })
  uploadId: string;

  /** Where in the file it begins. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_upload_part' })
  at: number;

  @Column('bytea')
  contents: Buffer;
}
