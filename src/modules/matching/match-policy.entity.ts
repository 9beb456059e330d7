import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferKind } from '../listings/index.js';

export const MATCH_CLASSES = ['any', 'dual-use'] as const;
export type MatchClass = (typeof MATCH_CLASSES)[number];

/** Who is asked first about a match, as data: by home facility (`global` where it has none of its own), kind and class of the offer. */
@Entity('match_policy')
@Check('ck_match_policy_kind', `kind IN ('technology', 'solution', 'financing')`)
@Check('ck_match_policy_class', `class IN ('any', 'dual-use')`)
@Check('ck_match_policy_first_asked', `first_asked IN ('parties_first', 'administrator_first')`)
export class MatchPolicyEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_match_policy' })
  facility: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_match_policy' })
  kind: OfferKind;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_match_policy' })
  class: MatchClass;

  @Column({ name: 'first_asked', type: 'text' })
  firstAsked: 'parties_first' | 'administrator_first';

  @Column({ type: 'boolean', default: false })
  sensitive: boolean;
}
