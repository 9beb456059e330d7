import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import type { NameLanguage } from '../taxonomy/index.js';

export const AUDIENCES = ['everybody', 'signed-in'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What administrators say above every page for some days. Ended before its last day it stays on record. */
@Entity('announcement')
@Check('ck_announcement_audience', `audience IN ('everybody', 'signed-in')`)
@Check('ck_announcement_days', `shown_until >= shown_from`)
export class AnnouncementEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_announcement' })
  id: string;

  /** By language; the English one is always there. */
  @Column('jsonb')
  texts: Partial<Record<NameLanguage, string>>;

  @Column('text')
  audience: Audience;

  /** First and last day, UTC; null without end. */
  @Column({ name: 'shown_from', type: 'date' })
  shownFrom: string;

  @Column({ name: 'shown_until', type: 'date', nullable: true })
  shownUntil: string | null;

  @Column({ name: 'created_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'fk_announcement_created_by', onDelete: 'RESTRICT' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'gate_now()' })
  createdAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
