import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { administrators, Answer, Can, CurrentActor, Idempotent, staff, uuid } from '../../platform/http/index.js';
import { allRules, type Rule } from './rule.js';
import { ruleOf, RulesAdmin } from './rules-admin.service.js';
import { RulesQueries } from './rules.queries.js';
import { newVersion, type NewVersion, ruleParam, rulesView, ruleView, versionView, type VersionView } from './rules.schemas.js';
import { Rules } from './rules.service.js';

/** Timers, checklists and other rules of the house as data: read by staff, set by administrators with effect from a date. */
@Controller('api/v1/rules')
export class RulesController {
  constructor(
    private readonly rules: Rules,
    private readonly admin: RulesAdmin,
    private readonly queries: RulesQueries,
  ) {}

  @Get()
  @Can('rule.read', { who: staff })
  @Answer(200, rulesView, 'Every rule with what holds today.')
  async list() {
    const rules = allRules();
    const values = await this.rules.values(Object.fromEntries(rules.map((rule) => [rule.key, rule])));
    const changed = await this.queries.changed();
    return { items: rules.map((rule) => ({ ...summary(rule, values[rule.key]), changed: changed.has(rule.key) })) };
  }

  @Get(':rule')
  @Can('rule.read', { who: staff })
  @Answer(200, ruleView, 'One rule with its versions, the newest first.')
  async one(@Param('rule', { schema: ruleParam }) key: string) {
    const rule = ruleOf(key);
    return {
      ...summary(rule, await this.rules.get(rule)),
      schema: z.toJSONSchema(rule.schema, { io: 'input', unrepresentable: 'any' }),
      versions: await this.queries.versions(key),
    };
  }

  @Post(':rule/versions')
  @Can('rule.set', { who: administrators })
  @Idempotent({ replay: 'version' })
  @Answer(201, versionView, 'Sets it anew from a day on.')
  async set(
    @Param('rule', { schema: ruleParam }) key: string,
    @Body({ schema: newVersion }) body: NewVersion,
    @CurrentActor() actor: Actor,
  ): Promise<VersionView> {
    return this.version(await this.admin.set(actor, key, body));
  }

  @Delete(':rule/versions/:id')
  @Can('rule.set', { who: administrators })
  @Answer(204, null, 'Takes back a version whose day has not come.')
  withdraw(
    @Param('rule', { schema: ruleParam }) key: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.admin.withdraw(actor, key, id);
  }

  /** Answers a repeated setting. */
  version(id: string): Promise<VersionView> {
    return this.queries.version(id);
  }
}

const summary = ({ key, about, houseWide = false, value }: Rule<unknown>, today: unknown) => ({
  rule: key,
  about,
  houseWide,
  value: today,
  default: value,
});
