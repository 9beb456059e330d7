import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { type PersonRow, peopleQuery, PeopleQueries, PeopleService, type StaffRole } from '../../../modules/identity/index.js';
import { administrators, Can, staff, uuid } from '../../../platform/http/index.js';
import { formState } from '../../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../../page/index.js';
import { ConfirmPage, filterQuery } from '../frame/index.js';
import { PeoplePage } from './people.page.js';
import { PersonPage } from './person.page.js';

const PART = '/admin/people';
const ACTS = ['disable', 'end-sessions', 'grant-administrator', 'revoke-administrator', 'grant-auditor', 'revoke-auditor'] as const;
const FILTERS = ['administrator', 'auditor', 'disabled'] as const;

const act = z.enum(ACTS);
type Act = z.infer<typeof act>;
const search = filterQuery(
  z.object({ q: z.string().trim().max(100).optional(), only: z.enum(FILTERS).optional(), after: z.string().max(2000).optional() }),
);
type Search = z.infer<typeof search>;

/** Everybody with an account: who may sign in, and who is staff. */
@Controller('admin/people')
export class PeoplePages {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Can('person.list', { who: staff })
  @Page()
  async list(@Query({ schema: search }) { q, only, after }: Search) {
    const query = peopleQuery.parse({ ...(q && { q }), ...(only && { [only]: 'true' }), ...(after && { after }) });
    return <PeoplePage page={await this.queries.page(query)} q={q ?? ''} only={only ?? ''} />;
  }

  @Get(':id')
  @Can('person.read', { who: staff })
  @Page()
  async one(@Param('id', { schema: uuid }) id: string) {
    return <PersonPage person={await this.queries.one(id)} />;
  }

  @Get(':id/:act')
  @Can('person.disable', { who: administrators })
  @Page()
  async ask(@Param('id', { schema: uuid }) id: string, @Param('act', { schema: act }) what: Act, @CurrentReader() reader: Reader) {
    return askFor(await this.queries.one(id), what, reader);
  }

  @Post(':id/enable')
  @Can('person.enable', { who: administrators })
  @Page()
  async enable(@Param('id', { schema: uuid }) id: string, @CurrentReader() { actor }: Reader) {
    await this.people.enable(actor, id);
    return redirect(`${PART}/${id}`, 'admin.person-enabled');
  }

  @Post(':id/:act')
  @Can('person.disable', { who: administrators })
  @Page()
  act(
    @Param('id', { schema: uuid }) id: string,
    @Param('act', { schema: act }) what: Act,
    @Form() form: FormInput,
    @CurrentReader() reader: Reader,
  ) {
    return submitted(
      { reader, form, fields: [] },
      async () => {
        await this.perform(reader, id, what);
        return redirect(`${PART}/${id}`, 'saved');
      },
      async (state) => askFor(await this.queries.one(id), what, reader, state),
    );
  }

  private perform({ actor }: Reader, id: string, what: Act): Promise<void> {
    if (what === 'disable') return this.people.disable(actor, id);
    if (what === 'end-sessions') return this.people.endSessions(actor, id);
    const [verb, role] = what.split('-');
    return this.people.setStaffRole(actor, id, role as StaffRole, verb === 'grant');
  }
}

function askFor(person: PersonRow, what: Act, { t }: Reader, form = formState([])) {
  const [title, text] = KEYS[what];
  const back = `${PART}/${person.id}`;
  return (
    <ConfirmPage
      title={t(title, { name: person.name })}
      text={t(text)}
      part={PART}
      action={`${back}/${what}`}
      back={back}
      button={t('admin.confirm')}
      form={form}
    />
  );
}

const KEYS = {
  disable: ['admin.person.disable-title', 'admin.person.disable-text'],
  'end-sessions': ['admin.person.end-sessions-title', 'admin.person.end-sessions-text'],
  'grant-administrator': ['admin.person.grant-administrator-title', 'admin.person.grant-administrator-text'],
  'revoke-administrator': ['admin.person.revoke-administrator-title', 'admin.person.revoke-text'],
  'grant-auditor': ['admin.person.grant-auditor-title', 'admin.person.grant-auditor-text'],
  'revoke-auditor': ['admin.person.revoke-auditor-title', 'admin.person.revoke-text'],
} as const;
