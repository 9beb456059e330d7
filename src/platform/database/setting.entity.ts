import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A switch of the whole exchange that queries read and that outlives a restart. */
@Entity('gate_setting')
export class SettingEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_gate_setting' })
  key: string;

  @Column('text')
  value: string;
}
