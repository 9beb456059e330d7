import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../../kernel/errors.js';
import { NOTICE_TEXTS, type NotificationKind, sampleOf } from '../../../modules/notifications/index.js';
import { FacilitiesQueries, facilityCode, type FacilityView } from '../../../modules/organizations/index.js';
import { allRules, findRule, newVersion, type Rule, ruleParam, Rules, RulesAdmin, RulesQueries } from '../../../modules/rules/index.js';
import { TaxonomyService } from '../../../modules/taxonomy/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { dateNames, formState, type FormState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { filterQuery } from '../frame/index.js';
import { RulePage } from './rule.page.js';
import { RulesPage } from './rules.page.js';
import { fieldFor, readValue, schemaOf, shownValue } from './value-form.js';

const PART = '/admin/rules';
const COMMON = [...dateNames('from'), 'facility'];
const ofFacility = filterQuery(z.object({ facility: facilityCode.optional() }));
type OfFacility = z.infer<typeof ofFacility>;

/** What the house goes by: timers, checklists, limits and the words of notices, for all or for one window. */
@Controller('admin/rules')
export class RulesPages {
  constructor(
    private readonly rules: Rules,
    private readonly admin: RulesAdmin,
    private readonly queries: RulesQueries,
    private readonly facilities: FacilitiesQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get()
  @Can('rule.read', { who: staff })
  @Page()
  async list(@Query({ schema: ofFacility }) { facility = '' }: OfFacility, @CurrentReader() { language }: Reader) {
    const rules = allRules().filter(({ key, houseWide }) => !key.startsWith('notice.') && !(facility && houseWide));
    const values = await this.rules.values(Object.fromEntries(rules.map((rule) => [rule.key, rule])), facility || null);
    const changed = await this.queries.changed();
    const book = this.taxonomy.current();
    const notices = (Object.keys(NOTICE_TEXTS) as NotificationKind[]).map((kind) => ({
      kind,
      subject: sampleOf(kind, language, book).subject,
      changed: changed.has(NOTICE_TEXTS[kind].key),
    }));
    return (
      <RulesPage
        rules={rules.map((rule) => ({ key: rule.key, value: values[rule.key], changed: changed.has(rule.key) }))}
        notices={facility ? [] : notices}
        windows={await this.windows()}
        facility={facility}
      />
    );
  }

  @Get(':rule')
  @Can('rule.read', { who: staff })
  @Page()
  async one(@Param('rule', { schema: ruleParam }) key: string, @Query({ schema: ofFacility }) { facility = '' }: OfFacility) {
    const rule = ruleFor(key);
    const field = fieldFor(schemaOf(rule.schema), 'value');
    const values = { ...shownValue(field, await this.rules.get(rule, facility || null)), facility };
    return this.page(rule, formState([...Object.keys(values), ...COMMON], values), facility);
  }

  @Post(':rule')
  @Can('rule.set', { who: administrators })
  @Page()
  async set(@Param('rule', { schema: ruleParam }) key: string, @Form() form: FormInput, @CurrentReader() reader: Reader) {
    const rule = ruleFor(key);
    const field = fieldFor(schemaOf(rule.schema), 'value');
    // Rows that the form has beyond the present value are fields as well.
    const fields = [
      ...Object.keys(shownValue(field, rule.value)),
      ...Object.keys(form.values).filter((name) => name.startsWith('value')),
      ...COMMON,
    ];
    return submitted(
      { reader, form, fields: [...new Set(fields)].slice(0, 300) },
      async () => {
        const facility = form.text('facility');
        const body = { value: readValue(field, form) ?? null, from: form.date('from'), ...(facility && { facility }) };
        await this.admin.set(reader.actor, key, form.parse(newVersion, body));
        return redirect(`${PART}/${key}`, 'saved');
      },
      (state) => this.page(rule, state, form.text('facility') ?? ''),
    );
  }

  @Post(':rule/versions/:id/withdraw')
  @Can('rule.set', { who: administrators })
  @Page()
  async withdraw(
    @Param('rule', { schema: ruleParam }) key: string,
    @Param('id', { schema: uuid }) id: string,
    @CurrentReader() { actor }: Reader,
  ) {
    await this.admin.withdraw(actor, key, id);
    return redirect(`${PART}/${key}`, 'admin.version-withdrawn');
  }

  private async page(rule: Rule<unknown>, form: FormState, facility: string) {
    const [value, versions, windows] = await Promise.all([
      this.rules.get(rule, facility || null),
      this.queries.versions(rule.key),
      this.windows(),
    ]);
    return (
      <RulePage
        rule={rule}
        field={fieldFor(schemaOf(rule.schema), 'value')}
        value={value}
        versions={versions}
        windows={rule.houseWide ? [] : windows}
        form={form}
      />
    );
  }

  private async windows(): Promise<FacilityView[]> {
    return (await this.facilities.list()).items.filter(({ code }) => code !== 'global');
  }
}

/** A rule with a form of its own; the words of notices have theirs. */
function ruleFor(key: string): Rule<unknown> {
  const rule = findRule(key);
  if (!rule || key.startsWith('notice.')) throw notFound('rule');
  return rule;
}
