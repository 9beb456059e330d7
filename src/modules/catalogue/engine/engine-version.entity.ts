import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { EngineCause, Weights } from './engine.js';

@Entity('engine_version')
@Check('ck_engine_version_cause', `cause IN ('first', 'doubled', 'code-lists', 'weights', 'command')`)
export class EngineVersionEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_engine_version' })
  id: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'text' })
  cause: EngineCause;

  /** In the catalogue when the version was made. */
  @Column({ type: 'integer' })
  listings: number;

  @Column({ type: 'jsonb' })
  weights: Weights;

  @Column({ name: 'code_book_version', type: 'text' })
  codeBookVersion: string;

  @Column({ type: 'bytea' })
  statistics: Buffer;

  @Column({ name: 'code_lists', type: 'bytea' })
  codeLists: Buffer;
}
