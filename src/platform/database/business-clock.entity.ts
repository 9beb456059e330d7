import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row by which tests move business time. */
@Entity('business_clock')
@Check('ck_business_clock_singleton', 'singleton')
export class BusinessClockEntity {
  @PrimaryColumn({ name: 'singleton', type: 'boolean', default: true, primaryKeyConstraintName: 'pk_business_clock' })
  singleton: boolean;

  @Column({ name: 'shift', type: 'interval', default: '00:00:00' })
  shift: string;
}
