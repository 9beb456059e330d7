import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { findRule, type Rule } from './rule.js';

type ValueOf<R> = R extends Rule<infer T> ? T : never;

interface InForce {
  rule: string;
  facility: string | null;
  value: unknown;
}

/** The versions that hold on the business day of today: of several that began on a day, the last one set. */
export const IN_FORCE = `
  SELECT DISTINCT ON (rule, facility) id, rule, facility, value FROM rule_version
  WHERE withdrawn_at IS NULL AND valid_from <= (gate_now() AT TIME ZONE 'UTC')::date
  ORDER BY rule, facility, valid_from DESC, set_at DESC`;

/** SQL of the value (jsonb) that holds for a facility, over the two values of `forStatement`. @param facility column of its code. */
export const forFacility = (facility: string): string => `coalesce($2::jsonb -> ${facility}, $1::jsonb)`;

/** What the house goes by today. One statement a call, so that a change holds at once in every process. */
@Injectable()
export class Rules {
  private readonly log = new Logger(Rules.name);

  constructor(private readonly uow: UnitOfWork) {}

  /** Today's value: the facility's own, else the one for all, else the default. */
  async get<T>(rule: Rule<T>, facility: string | null = null): Promise<T> {
    return (await this.values({ rule }, facility)).rule;
  }

  /** The same for several rules at once. */
  async values<R extends Record<string, Rule<unknown>>>(
    rules: R,
    facility: string | null = null,
  ): Promise<{ [K in keyof R]: ValueOf<R[K]> }> {
    const rows = await this.inForce(Object.values(rules).map(({ key }) => key));
    const valueOf = ({ key, value }: Rule<unknown>): unknown => {
      const of = (one: string | null) => rows.find((row) => row.rule === key && row.facility === one);
      return ((facility !== null && of(facility)) || of(null) || { value }).value;
    };
    return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, valueOf(rule)])) as { [K in keyof R]: ValueOf<R[K]> };
  }

  /** Today's value for all, and those of the facilities that have their own: for work on the listings of many facilities. */
  async byFacility<T>(rule: Rule<T>): Promise<{ all: T; own: ReadonlyMap<string, T> }> {
    const rows = await this.inForce([rule.key]);
    const own = rows.flatMap(({ facility, value }): [string, T][] => (facility === null ? [] : [[facility, value as T]]));
    return { all: (rows.find(({ facility }) => facility === null) ?? rule).value as T, own: new Map(own) };
  }

  /** The same as the first two values of a statement, which takes the one that holds by `forFacility`. */
  async forStatement(rule: Rule<unknown>): Promise<[all: string, own: string]> {
    const { all, own } = await this.byFacility(rule);
    return [JSON.stringify(all), JSON.stringify(Object.fromEntries(own))];
  }

  private async inForce(keys: string[]): Promise<InForce[]> {
    const rows = await this.uow.query<InForce>(`SELECT * FROM (${IN_FORCE}) AS v WHERE rule = ANY($1)`, [keys]);
    return rows.filter((row) => this.isSound(row));
  }

  // A later release may ask more of a value than the one under which it was set.
  private isSound({ rule, facility, value }: InForce): boolean {
    if (findRule(rule)?.schema.safeParse(value).success) return true;
    this.log.warn(`the value of rule ${rule} for ${facility ?? 'all'} is not one it may have: the next one is used`);
    return false;
  }
}
